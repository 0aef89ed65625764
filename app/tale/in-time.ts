import { duration } from './duration.ts'

/** A time of ours in words, not of the story: "12 ms", "0.9 s", "11.3 s". */
export function inTime(ms: number): string {
  return ms < 95 ? `${Math.max(1, Math.round(ms))} ms` : `${(ms / 1000).toFixed(1)} s`
}

/** A time of ours, and what it is in a story that is told `speed` times as fast: "14.8 s of ours, 1 min 14 s of the story". */
export function inBothTimes(ms: number, speed: number): string {
  return `${inTime(ms)} of ours, ${duration(ms * speed)} of the story`
}
