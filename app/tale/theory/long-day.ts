import type { Choice } from '#app/tale/link.ts'

/**
 * A day that is long enough to hold theory of the long run against, told in a minute: with hands to spare on both sides a line soon
 * forgets who was in it, and slowly enough that the time on the way is small beside the story's own. Nobody walks out.
 */
export function longDay(seed: number): Choice {
  return {
    preset: 'quiet',
    seed,
    perMinute: 10,
    minutes: 20,
    speed: 20,
    clerks: 2,
    cooks: 8,
    patienceMinutes: null,
  }
}
