/** The number of a step, as it stands in the picture and in its legend. */
export function Mark({ step }: { step: number }) {
  return (
    <span className="grid size-5.5 shrink-0 place-items-center rounded-full bg-ink text-base leading-none font-bold text-card">
      {step}
    </span>
  )
}
