const WORDS = [
  'Nobody stands',
  'One person stands',
  'Two people stand',
  'Three people stand',
  'Four people stand',
]
const MORE_WORDS = ['Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve']

/** "Five people stand in line", in words: digits are order numbers here. */
export function peopleInLine(count: number): string {
  const few = WORDS[count]
  if (few) return `${few} in line`
  const more = MORE_WORDS[count - WORDS.length]
  return more ? `${more} people stand in line` : 'More than a dozen people stand in line'
}
