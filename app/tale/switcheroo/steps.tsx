import { NAME_OF_PART, STEPS, STEPS_AT, type Voice } from './vocabulary.ts'

/** The five steps of every order near the office, in the words that are on. */
export function Steps({ voice }: { voice: Voice }) {
  return (
    <ol
      aria-label="The five steps of an order"
      data-voice={voice}
      className="mt-3 grid gap-x-5 gap-y-3 sm:grid-cols-2 lg:grid-cols-5"
    >
      {STEPS_AT.map((part, index) => (
        <li key={part} className="grid grid-cols-[1.75rem_1fr] gap-2">
          <span
            aria-hidden="true"
            className="grid size-7 place-items-center rounded-full bg-ink font-bold text-card"
          >
            {index + 1}
          </span>
          <span className="text-pretty wrap-anywhere">
            <strong className="block leading-7 first-letter:uppercase">{NAME_OF_PART[voice][part]}</strong>
            {STEPS[voice][index]}
          </span>
        </li>
      ))}
    </ol>
  )
}
