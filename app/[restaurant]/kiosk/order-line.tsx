import type { Item } from '#orders/restaurant.ts'
import { Picture } from './picture.tsx'

/** One line of the basket. `price` is that of the whole line. */
export function OrderLine({
  item,
  quantity,
  price,
  hasRoom,
  onMore,
  onFewer,
}: {
  item: Item
  quantity: number
  price: string
  hasRoom: boolean
  onMore: () => void
  onFewer: () => void
}) {
  return (
    <li className="flex items-center gap-3 py-2">
      <Picture of={item} className="size-14" />
      <div className="min-w-0 grow">
        <p className="leading-tight font-semibold">{item.name}</p>
        <p className="text-ink-soft tabular-nums">{price}</p>
      </div>
      <div className="flex items-center">
        <Step label={`One fewer ${item.name}`} sign="M6 12h12" onStep={onFewer} />
        <span className="min-w-9 text-center text-xl font-bold tabular-nums">{quantity}</span>
        <Step label={`One more ${item.name}`} sign="M6 12h12M12 6v12" onStep={onMore} disabled={!hasRoom} />
      </div>
    </li>
  )
}

function Step({
  label,
  sign,
  onStep,
  disabled = false,
}: {
  label: string
  sign: string
  onStep: () => void
  disabled?: boolean
}) {
  return (
    <button
      type="button"
      aria-label={label}
      disabled={disabled}
      onClick={onStep}
      className="grid size-12 place-items-center rounded-full bg-paper-deep enabled:active:bg-line disabled:opacity-40 kiosk:size-[max(3rem,64px)] desk:size-12"
    >
      <svg viewBox="0 0 24 24" aria-hidden="true" className="size-6 fill-none stroke-current stroke-[2.5]">
        <path d={sign} strokeLinecap="round" />
      </svg>
    </button>
  )
}
