'use client'
import { MOST_COOKS, Preset, settingsOf } from '#rush/settings.ts'
import { Choices } from './choices.tsx'
import { dayInWords } from './day-in-words.ts'
import { type Choice, linkTo } from './link.ts'
import { SeedField } from './seed-field.tsx'
import { NAME_OF_PRESET } from './settings-in-words.ts'
import { ShareLink } from './share-link.tsx'
import { Stepper } from './stepper.tsx'

const SPEEDS = [1, 2, 5, 10, 20, 30]

/** All that makes a rush, and the link that makes it again. */
export function RushControls({ choice, onChange }: { choice: Choice; onChange: (choice: Choice) => void }) {
  const settings = settingsOf(choice)
  const isFair = choice.apartmentHands === undefined
  return (
    <div className="grid gap-4">
      <Choices
        legend="What kind of day"
        name="preset"
        chosen={settings.preset}
        choices={Preset.options.map(value => ({ value, label: NAME_OF_PRESET[value] }))}
        onChoose={preset => onChange({ preset, seed: choice.seed })}
      />
      <p className="-mt-1 text-lg">{dayInWords(settings)}</p>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-4">
        <Stepper
          label="Hands near the apartment"
          value={settings.apartmentHands}
          least={1}
          most={12}
          onChange={apartmentHands => onChange({ ...choice, apartmentHands })}
        />
        <Stepper
          label="Clerks near the office"
          value={settings.clerks}
          least={1}
          most={4}
          onChange={clerks => onChange({ ...choice, clerks })}
        />
        <Stepper
          label="Cooks near the office"
          value={settings.cooks}
          least={settings.cookWalksOut ? 2 : 1}
          most={MOST_COOKS}
          onChange={cooks => onChange({ ...choice, cooks })}
        />
        <label className="flex min-h-13 cursor-pointer items-center gap-2 font-medium">
          <input
            type="checkbox"
            checked={isFair}
            onChange={({ target }) => onChange(withFairness(choice, target.checked))}
            className="size-5 accent-ink"
          />
          As many hands on both sides
        </label>
        <button
          type="button"
          aria-disabled={settings.cooks === MOST_COOKS}
          onClick={() => settings.cooks < MOST_COOKS && onChange(withOneMoreCook(choice))}
          className="h-13 rounded-2xl px-4 font-semibold ring-2 ring-ink/25 ring-inset aria-disabled:text-ink-soft aria-disabled:ring-line"
        >
          One more cook near the office alone
        </button>
      </div>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-4">
        <div>
          <p aria-hidden="true" className="mb-1 font-medium text-ink-soft">
            Times as fast as life
          </p>
          <Choices
            legend="Times as fast as life"
            name="speed"
            chosen={String(settings.speed)}
            choices={SPEEDS.map(speed => ({ value: String(speed), label: `${speed}×` }))}
            onChoose={speed => onChange({ ...choice, speed: Number(speed) })}
          />
        </div>
        <SeedField seed={choice.seed} onChange={seed => onChange({ ...choice, seed })} />
        <button
          type="button"
          onClick={() => onChange({ ...choice, seed: 1 + Math.floor(Math.random() * 9999) })}
          className="h-13 rounded-2xl px-4 font-semibold ring-2 ring-ink/25 ring-inset"
        >
          Other customers
        </button>
        <ShareLink path={linkTo(choice)} />
      </div>
      <p className="max-w-4xl text-ink-soft text-pretty">
        The same seed brings the same customers. How they fare differs a little with each run and with the
        speed: their orders really travel.
      </p>
    </div>
  )
}

function withFairness(choice: Choice, isFair: boolean): Choice {
  const { apartmentHands, ...rest } = choice
  return isFair ? rest : { ...rest, apartmentHands: apartmentHands ?? settingsOf(rest).apartmentHands }
}

/** The hands near the apartment stay as they are. */
function withOneMoreCook(choice: Choice): Choice {
  const { apartmentHands, cooks } = settingsOf(choice)
  return { ...choice, apartmentHands, cooks: cooks + 1 }
}
