/** With the key that a rush was started with one may end it and change its crew. It is kept as long as the tab, so that a reload finds it. */
const NAME = 'nugget rush '

/** Where the browser keeps nothing, a reload makes one a spectator. */
const kept = new Map<string, string>()

export function keepKey(id: string, key: string): void {
  kept.set(id, key)
  try {
    sessionStorage.setItem(NAME + id, key)
  } catch {
    // Kept above.
  }
}

/** Whether this tab started the rush. */
export function isOurs(id: string): boolean {
  return keyOf(id) !== null
}

export function asItsStarter(id: string): Record<string, string> {
  const key = keyOf(id)
  return key === null ? {} : { Authorization: `Bearer ${key}` }
}

function keyOf(id: string): string | null {
  try {
    return kept.get(id) ?? sessionStorage.getItem(NAME + id)
  } catch {
    return null
  }
}
