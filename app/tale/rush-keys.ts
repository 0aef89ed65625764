/**
 * With the key that a rush was started with one may end it and change its crew. There is one rush at a time, so the browser keeps
 * the last key: for a reload, and for another tab of the same reader.
 */
const NAME = 'nugget rush'

/** Where the browser keeps nothing, a reload makes one a spectator. */
const kept = new Map<string, string>()

export function keepKey(id: string, key: string): void {
  kept.set(id, key)
  try {
    localStorage.setItem(NAME, `${id} ${key}`)
  } catch {
    // Kept above.
  }
}

/** Whether this browser started the rush. */
export function isOurs(id: string): boolean {
  return keyOf(id) !== null
}

export function asItsStarter(id: string): Record<string, string> {
  const key = keyOf(id)
  return key === null ? {} : { Authorization: `Bearer ${key}` }
}

function keyOf(id: string): string | null {
  return kept.get(id) ?? keyOfBrowser(id)
}

function keyOfBrowser(id: string): string | null {
  try {
    const [last, key] = localStorage.getItem(NAME)?.split(' ') ?? []
    return last === id && key !== undefined ? key : null
  } catch {
    return null
  }
}
