'use client'

/** One of a few, in a row: radio buttons to the keyboard and to screen readers. */
export function Choices<T extends string>({
  legend,
  name,
  choices,
  chosen,
  onChoose,
  isDisabled = false,
}: {
  legend: string
  name: string
  choices: readonly { value: T; label: string }[]
  chosen: T
  onChoose: (value: T) => void
  isDisabled?: boolean
}) {
  return (
    <fieldset disabled={isDisabled} className="min-w-0">
      <legend className="sr-only">{legend}</legend>
      <div className="flex w-fit flex-wrap gap-1 rounded-2xl bg-paper-deep p-1 max-sm:w-full">
        {choices.map(({ value, label }) => (
          <label
            key={value}
            className="flex min-h-11 cursor-pointer items-center rounded-xl px-4 font-semibold max-sm:grow max-sm:px-3 max-sm:justify-center has-checked:bg-ink has-checked:text-card has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-preparing has-disabled:cursor-default"
          >
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === chosen}
              onChange={() => onChoose(value)}
              className="sr-only"
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
