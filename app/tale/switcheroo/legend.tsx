import { Mark } from './mark.tsx'
import { NAME_OF_PART, STEPS_AT, type Voice } from './vocabulary.ts'

/** What the numbers in the picture of the office stand for, where there is no room for words in it. As high in every vocabulary; to screen readers the list of steps says it. */
export function Legend({ voice }: { voice: Voice }) {
  const names = NAME_OF_PART[voice]
  return (
    <ul
      aria-hidden="true"
      data-legend={voice}
      className="mt-3 grid grid-cols-2 gap-x-3 gap-y-1 text-[0.9375rem] leading-5 font-semibold @min-[40rem]:grid-cols-3 @min-[70rem]:hidden"
    >
      {STEPS_AT.map((part, index) => (
        <li key={part} className={ENTRY}>
          <Mark step={index + 1} />
          {names[part]}
        </li>
      ))}
      <li className={ENTRY}>
        <svg
          aria-hidden="true"
          viewBox="0 0 22 22"
          className="size-5.5 shrink-0 fill-none stroke-preparing stroke-[2.5]"
        >
          <path strokeLinecap="round" d="M2 11q4.5-8 9 0t9 0" />
        </svg>
        {names.line}
      </li>
    </ul>
  )
}

const ENTRY = 'flex min-h-[2lh] items-center gap-2'
