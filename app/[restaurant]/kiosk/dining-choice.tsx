import type { Dining } from '#orders/order.ts'

const CHOICES: Record<Dining, string> = { 'eat-in': 'Eat in', 'take-away': 'Take away' }
const DININGS = ['eat-in', 'take-away'] as const satisfies Dining[]

export function DiningChoice({ dining, onChoose }: { dining: Dining; onChoose: (dining: Dining) => void }) {
  return (
    <fieldset>
      <legend className="sr-only">Where will you eat?</legend>
      <div className="grid grid-cols-2 gap-1 rounded-2xl bg-paper-deep p-1">
        {DININGS.map(choice => (
          <label
            key={choice}
            className="relative grid min-h-16 place-items-center rounded-xl text-lg font-semibold text-ink-soft has-checked:bg-card has-checked:text-ink has-checked:shadow-sm has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-preparing"
          >
            <input
              type="radio"
              name="dining"
              value={choice}
              checked={dining === choice}
              onChange={() => onChoose(choice)}
              className="absolute inset-0 cursor-pointer opacity-0"
            />
            {CHOICES[choice]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
