/** A time of ours in words, not of the story: "12 ms", "0.9 s", "11.3 s". */
export function inTime(ms: number): string {
  return ms < 95 ? `${Math.max(1, Math.round(ms))} ms` : `${(ms / 1000).toFixed(1)} s`
}
