import { createHash } from 'node:crypto'

const DRAWS = 2 ** 32

/**
 * Whether this portion is dropped at this attempt: so often, of one, as `failureRate` says.
 * The draw is made of the order itself, so that whoever knows the order's id knows what will happen to it.
 */
export function dropsPortion(failureRate: number, id = '', attempt: number, portion: number): boolean {
  const draw = createHash('sha1').update(`${id} ${attempt} ${portion}`).digest().readUInt32BE() / DRAWS
  return draw < failureRate
}
