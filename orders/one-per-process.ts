const SHARED = Symbol.for('nugget')

/**
 * The one `name` of this process, made at first use. Next.js bundles a module more than once (route handlers,
 * pages and `instrumentation.ts` have graphs of their own) and again on each reload in development;
 * only what hangs on `globalThis` is shared among them.
 */
export function onePerProcess<T>(name: string, make: () => T): T {
  const made = allOfThisProcess()
  if (!made.has(name)) made.set(name, make())
  return made.get(name) as T
}

/** The one `name` of this process, if it was made already. */
export function madeInThisProcess<T>(name: string): T | undefined {
  return allOfThisProcess().get(name) as T | undefined
}

function allOfThisProcess(): Map<string, unknown> {
  const scope = globalThis as { [SHARED]?: Map<string, unknown> }
  scope[SHARED] ??= new Map()
  return scope[SHARED]
}
