const SHARED = Symbol.for('nugget')

/**
 * The one `name` of this process, made at first use. Next.js bundles a module more than once (route handlers,
 * pages and `instrumentation.ts` have graphs of their own) and again on each reload in development;
 * only what hangs on `globalThis` is shared among them.
 */
export function onePerProcess<T>(name: string, make: () => T): T {
  const scope = globalThis as { [SHARED]?: Map<string, unknown> }
  scope[SHARED] ??= new Map()
  if (!scope[SHARED].has(name)) scope[SHARED].set(name, make())
  return scope[SHARED].get(name) as T
}
