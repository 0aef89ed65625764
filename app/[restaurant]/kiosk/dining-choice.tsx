import type { Dining } from '#orders/order.ts'

const CHOICES: Record<Dining, string> = { 'eat-in': 'Eat in', 'take-away': 'Take away' }
const DININGS = ['eat-in', 'take-away'] as const satisfies Dining[]

export function DiningChoice({ dining, onChoose }: { dining: Dining; onChoose: (dining: Dining) => void }) {
  return (
    <fieldset>
      <legend className="sr-only">Eat in or take away?</legend>
      <div className="grid grid-cols-2 gap-1 rounded-2xl bg-paper-deep p-1">
        {DININGS.map(choice => (
          <label
            key={choice}
            className="grid min-h-16 cursor-pointer place-items-center rounded-xl text-lg font-semibold text-ink-soft has-checked:bg-card has-checked:text-ink has-checked:shadow-sm has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-preparing"
          >
            <input
              type="radio"
              name="dining"
              value={choice}
              checked={dining === choice}
              onChange={() => onChoose(choice)}
              className="sr-only"
            />
            {CHOICES[choice]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
