'use client'

/** A small number with a button on each side of it. */
export function Stepper({
  label,
  value,
  least,
  most,
  onChange,
}: {
  label: string
  value: number
  least: number
  most: number
  onChange: (value: number) => void
}) {
  return (
    <fieldset className="flex max-sm:w-full max-sm:items-center max-sm:justify-between sm:flex-col sm:gap-1">
      <legend className="sr-only">{label}</legend>
      <span aria-hidden="true" className="font-medium text-ink-soft">
        {label}
      </span>
      <div className="flex w-fit items-center rounded-2xl bg-paper-deep p-1">
        <StepButton name={`Fewer: ${label}`} isOff={value <= least} onClick={() => onChange(value - 1)}>
          −
        </StepButton>
        <output className="w-9 text-center text-xl font-bold tabular-nums">{value}</output>
        <StepButton name={`More: ${label}`} isOff={value >= most} onClick={() => onChange(value + 1)}>
          +
        </StepButton>
      </div>
    </fieldset>
  )
}

function StepButton({
  name,
  isOff,
  onClick,
  children,
}: {
  name: string
  isOff: boolean
  onClick: () => void
  children: string
}) {
  return (
    <button
      type="button"
      aria-label={name}
      aria-disabled={isOff}
      onClick={() => !isOff && onClick()}
      className="size-11 rounded-xl bg-card text-xl font-bold aria-disabled:bg-transparent aria-disabled:text-ink-soft"
    >
      {children}
    </button>
  )
}
