const HELD = Symbol.for('held')

/** Those who wait. Route handlers are bundled apart, so it hangs on `globalThis`. */
export function held(): Set<() => void> {
  const scope = globalThis as { [HELD]?: Set<() => void> }
  scope[HELD] ??= new Set()
  return scope[HELD]
}
