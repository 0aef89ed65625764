/** When to try again, as one person would tell another; from half a minute on never too soon. */
export function soon(seconds: number): string {
  if (seconds <= 20) return 'in a few seconds'
  if (seconds <= 30) return 'in half a minute'
  if (seconds <= 60) return 'in about a minute'
  return `in about ${Math.ceil(seconds / 60)} minutes`
}
