/**
 * When Redis read something, by this machine's clock. Where the two clocks differ it was at least between question and answer.
 * Screens take the age of what they show from this and from the answer's `Date`, which is ours.
 *
 * @param asOf ISO 8601, by Redis' clock
 * @param askedAt when it was asked, ms since 1970 by ours
 */
export function byOurClock(asOf: string, askedAt: number, now = Date.now()): string {
  return new Date(Math.min(Math.max(Date.parse(asOf), askedAt), now)).toISOString()
}
