/**
 * With the key that a rush was started with one may end it and change its crew. There is one rush at a time, so the browser keeps
 * the last key: for a reload, and for another tab of the same reader.
 */
const NAME = 'nugget rush'
/** The one that its own reader ended by beginning the next: so that wherever it was watched one hears why it is over. */
const ENDED_FOR_NEXT = 'nugget rush ended for the next'

/** Where the browser keeps nothing, a reload makes one a spectator. */
const kept = new Map<string, string>()
let lastKept: string | null = null
let lastEnded: string | null = null
const listeners = new Set<() => void>()

export function keepKey(id: string, key: string): void {
  kept.set(id, key)
  lastKept = id
  write(NAME, `${id} ${key}`)
  for (const listener of listeners) listener()
}

/** Whether this browser started the rush. */
export function isOurs(id: string): boolean {
  return keyOf(id) !== null
}

/** The last rush that this browser started, in any tab. It may be over. */
export function lastOfOurs(): string | null {
  return read(NAME)?.split(' ')[0] ?? lastKept
}

/** Calls `listener` when `lastOfOurs` is another one; returns what ends that. */
export function onNextOfOurs(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

export function noteEndedForNext(id: string): void {
  lastEnded = id
  write(ENDED_FOR_NEXT, id)
}

export function endedForNext(id: string): boolean {
  return (read(ENDED_FOR_NEXT) ?? lastEnded) === id
}

export function asItsStarter(id: string): Record<string, string> {
  const key = keyOf(id)
  return key === null ? {} : { Authorization: `Bearer ${key}` }
}

function keyOf(id: string): string | null {
  const [last, key] = read(NAME)?.split(' ') ?? []
  return kept.get(id) ?? (last === id && key !== undefined ? key : null)
}

function read(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

function write(name: string, value: string): void {
  try {
    localStorage.setItem(name, value)
  } catch {
    // Kept above.
  }
}
