import { NAME_OF_PART, PARTS, type Part, STEPS, type Voice } from './vocabulary.ts'

const PLACES = Object.entries(PARTS).flatMap(([part, step]) =>
  step === null ? [] : [{ part: asPart(part), step }],
)

/** The five steps of every order near the office, in the words that are on. */
export function Steps({ voice }: { voice: Voice }) {
  return (
    <ol
      aria-label="The five steps of an order"
      data-voice={voice}
      className="mt-3 grid gap-x-5 gap-y-3 sm:grid-cols-2 lg:grid-cols-5"
    >
      {PLACES.map(({ part, step }) => (
        <li key={part} className="grid grid-cols-[1.75rem_1fr] gap-2">
          <span
            aria-hidden="true"
            className="grid size-7 place-items-center rounded-full bg-ink font-bold text-card"
          >
            {step}
          </span>
          <span className="text-pretty wrap-anywhere">
            <strong className="block leading-7 first-letter:uppercase">{NAME_OF_PART[voice][part]}</strong>
            {STEPS[voice][step - 1]}
          </span>
        </li>
      ))}
    </ol>
  )
}

function asPart(name: string): Part {
  if (name in PARTS) return name as Part
  throw new Error(`there is no ${name} in the picture`)
}
