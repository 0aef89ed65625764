import type { Item } from '#orders/restaurant.ts'
import { Picture } from './picture.tsx'

/** One thing to eat: a tap picks one. The hero lies on mustard and is larger. `quantity` is what is picked already. */
export function ItemButton({
  item,
  price,
  quantity,
  hasRoom,
  isHero,
  onPick,
}: {
  item: Item
  price: string
  quantity: number
  hasRoom: boolean
  isHero: boolean
  onPick: () => void
}) {
  return (
    <button
      type="button"
      disabled={!hasRoom}
      data-hero={isHero || undefined}
      aria-labelledby={`${item.id}-name`}
      aria-describedby={`${item.id}-price ${item.id}-more`}
      onClick={onPick}
      className="group relative flex size-full flex-col rounded-3xl border border-line bg-card p-4 text-left transition-transform duration-100 disabled:opacity-60 enabled:active:scale-[0.98] data-hero:flex-row data-hero:items-center data-hero:gap-4 data-hero:border-transparent data-hero:bg-mustard data-hero:p-5 kiosk:data-hero:gap-10 kiosk:data-hero:px-10 kiosk:data-hero:py-3 desk:data-hero:gap-8 desk:data-hero:px-10 desk:data-hero:py-2 motion-reduce:transition-none"
    >
      <Picture
        of={item}
        className="mx-auto aspect-square w-[82%] max-w-44 group-data-hero:mx-0 group-data-hero:w-[46%] group-data-hero:max-w-72 kiosk:w-[72%] kiosk:max-w-none kiosk:group-data-hero:w-51 desk:max-w-26 desk:group-data-hero:max-w-52"
      />
      <span className="flex grow flex-col group-data-hero:grow-0">
        <span
          id={`${item.id}-name`}
          className="pt-2 leading-tight font-semibold text-balance group-data-hero:pt-0 kiosk:text-lg desk:text-lg group-data-hero:text-2xl group-data-hero:font-bold kiosk:group-data-hero:text-4xl desk:group-data-hero:text-4xl"
        >
          {item.name}
        </span>
        <span
          id={`${item.id}-more`}
          className="grow pt-1 text-sm leading-snug text-pretty text-ink-soft group-data-hero:text-base group-data-hero:text-ink kiosk:group-data-hero:text-xl desk:group-data-hero:text-lg"
        >
          {item.description}
        </span>
        <span
          id={`${item.id}-price`}
          className="pt-2 text-lg font-semibold text-crust-deep tabular-nums group-data-hero:pt-3 group-data-hero:text-2xl group-data-hero:text-ink kiosk:group-data-hero:text-3xl"
        >
          {price}
        </span>
      </span>
      {quantity > 0 && (
        <span
          aria-hidden="true"
          className="absolute top-3 right-3 grid h-10 min-w-10 place-items-center rounded-full bg-ink px-2 text-xl font-bold text-paper tabular-nums"
        >
          {quantity}
        </span>
      )}
    </button>
  )
}
