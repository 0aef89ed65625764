import { createHash } from 'node:crypto'
import { NotYourRush } from './refusals.ts'
import { TALE } from './tale.ts'

/** A rush is called after the key it was started with, which so is known to whoever started it alone. Throws `NotYourRush`. */
export function demandKey(id: string, startedWith: string): void {
  if (idOfKey(startedWith) !== id) throw new NotYourRush('it was started with another key')
}

export function idOfKey(key: string): string {
  return createHash('sha1').update(`rush ${key}`).digest('hex').slice(0, 16)
}

/** Only an id that `startRush` could have made may name a key. */
export function isRushId(id: string): boolean {
  return /^[0-9a-f]{16}$/.test(id)
}

/** Whatever lies beside it begins with it. */
export function keyOfRush(id: string): string {
  return `{${TALE.slug}}:rush:${id}`
}
