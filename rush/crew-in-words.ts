import type { Rush } from './rush.ts'

/** Who truly cooked near the office, when it was not the same cooks from beginning to end. */
export function crewInWords({ settings, hires, walkOuts }: Rush): string[] {
  const changes = [
    ...(hires.length > 0 ? [`${hires.length} came to help`] : []),
    ...(walkOuts.length > 0 ? [`${walkOuts.length} walked out`] : []),
  ]
  return changes.length === 0
    ? []
    : [`Of the cooks near the office ${settings.cooks} began, ${changes.join(', ')}.`]
}
