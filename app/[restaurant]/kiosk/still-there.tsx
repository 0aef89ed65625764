import { Ask } from './ask.tsx'
import { BigButton } from './button.tsx'

/** Twenty seconds before an untouched basket is cleared for the next customer. The bar is the time that is left. */
export function StillThere({ onStay }: { onStay: () => void }) {
  return (
    <Ask title="Still there?" onClose={onStay}>
      <p className="pt-3 text-xl text-ink-soft">Otherwise we clear this order for the next guest.</p>
      <div aria-hidden="true" className="mt-7 h-2 overflow-hidden rounded-full bg-paper-deep">
        <div className="time-left h-full rounded-full bg-crust" />
      </div>
      <BigButton onClick={onStay} className="mt-7 w-full">
        I'm still here
      </BigButton>
    </Ask>
  )
}
