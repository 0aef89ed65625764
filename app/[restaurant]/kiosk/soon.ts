/** When to try again, as one person would tell another. */
export function soon(seconds: number): string {
  if (seconds <= 20) return 'in a few seconds'
  if (seconds <= 45) return 'in half a minute'
  if (seconds <= 75) return 'in about a minute'
  return `in about ${Math.ceil(seconds / 60)} minutes`
}
