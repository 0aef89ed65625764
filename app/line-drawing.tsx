import { COATS, HEIGHTS, lookOf, SKINS } from '#app/how-people-look.ts'

/** The most people that are drawn; the words tell the rest. */
const DRAWN = 12

/**
 * The counter, the clerk behind it and the people who stand in line; where it is narrow they stand closer, and the last
 * has room all the same, so that nobody stands outside. Give it a height, of at most 11 em.
 */
export function LineDrawing({ people, className }: { people: number; className: string }) {
  const drawn = Math.min(people, DRAWN)
  return (
    <div className={`flex items-end gap-[3%] border-ink border-b-4 ${className}`} aria-hidden="true">
      <Counter />
      {Array.from({ length: drawn }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a person in line is their place
        <span key={place} className="-ml-[2%] h-[86%] min-w-0 flex-[0_1_3.5em] last:shrink-0">
          <Person place={place} />
        </span>
      ))}
    </div>
  )
}

/** The till, with the clerk behind it. */
function Counter() {
  return (
    <svg viewBox="0 0 96 132" className="h-full shrink-0" aria-hidden="true">
      <path d="M30 62c0-13 8-20 19-20s19 7 19 20v40H30z" fill="#fffdf8" />
      <path d="M40 58h18v44H40z" fill="#d9822b" />
      <circle cx="49" cy="27" r="15" fill="#8d5a3b" />
      <path d="M33 21c2-11 9-15 16-15s14 4 16 15z" fill="#96500e" />
      <path d="M4 82h88v50H4z" fill="#96500e" />
      <path d="M0 76h96v11H0z" fill="#231b33" />
      <path d="M66 58h22v18H66z" fill="#3a3056" />
      <path d="M70 62h14v7H70z" fill="#f2b84b" />
    </svg>
  )
}

function Person({ place }: { place: number }) {
  const top = 120 - lookOf(HEIGHTS, place)
  return (
    <svg viewBox="0 0 48 124" aria-hidden="true" className="h-full">
      <path d="M14 84v34M34 84v34" stroke="#3a3056" strokeWidth="9" strokeLinecap="round" />
      <path
        d={`M6 ${top + 48}c0-12 8-18 18-18s18 6 18 18V90c0 4-3 7-7 7H13c-4 0-7-3-7-7z`}
        fill={lookOf(COATS, place)}
      />
      <circle cx="24" cy={top + 16} r="14" fill={lookOf(SKINS, place * 3 + 1)} />
    </svg>
  )
}
