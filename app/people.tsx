/** The most people that are drawn; the words tell the rest. */
const DRAWN = 12

const COATS = ['#5b3fd6', '#d9822b', '#0e7a4a', '#b5446e', '#2f6f9f', '#8f5300']
const SKINS = ['#f1c9a5', '#8d5a3b', '#d9a47a', '#5f3b28']
const HEIGHTS = [100, 92, 106, 88, 98, 110]

/** People who stand in line, one behind the other, the one being served at the left. */
export function People({ count, className }: { count: number; className?: string }) {
  const drawn = Math.min(count, DRAWN)
  return (
    <span className={className} aria-hidden="true">
      {Array.from({ length: drawn }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a person in line is their place
        <Person key={place} place={place} />
      ))}
    </span>
  )
}

function Person({ place }: { place: number }) {
  const top = 120 - (HEIGHTS[place % HEIGHTS.length] ?? 100)
  return (
    <svg viewBox="0 0 48 124" aria-hidden="true">
      <path d={`M14 84v34M34 84v34`} stroke="#3a3056" strokeWidth="9" strokeLinecap="round" />
      <path
        d={`M6 ${top + 48}c0-12 8-18 18-18s18 6 18 18v38c0 4-3 7-7 7H13c-4 0-7-3-7-7z`}
        fill={COATS[place % COATS.length]}
      />
      <circle cx="24" cy={top + 16} r="14" fill={SKINS[(place * 3 + 1) % SKINS.length]} />
    </svg>
  )
}

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
