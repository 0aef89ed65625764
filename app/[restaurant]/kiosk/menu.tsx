import { Wordmark } from '#app/wordmark.tsx'
import type { Item, Restaurant } from '#orders/restaurant.ts'
import { type Basket, hasRoomFor, quantityOf } from './basket.ts'
import { moneyFormat } from './money.ts'
import { Picture } from './picture.tsx'
import type { Happening } from './visit.ts'

/** Everything there is to eat, the first item largest. A tap puts one into the basket. */
export function Menu({
  restaurant,
  basket,
  hasLast,
  change,
}: {
  restaurant: Restaurant
  basket: Basket
  hasLast: boolean
  change: (happening: Happening) => void
}) {
  const money = moneyFormat(restaurant)

  return (
    <div className="px-4 pb-6 kiosk:px-8 desk:px-10 desk:pb-10">
      <header className="flex flex-wrap items-center justify-between gap-x-6 pt-5 text-lg kiosk:pt-6 desk:pt-5">
        <Wordmark />
        <p className="text-ink-soft">{restaurant.name}</p>
      </header>

      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2 pt-5 pb-5 kiosk:pt-4 kiosk:pb-4 desk:pt-3 desk:pb-4">
        <div>
          <h1 className="text-4xl font-bold tracking-tight kiosk:text-5xl desk:text-5xl">
            What would you like?
          </h1>
          {restaurant.service === 'counter' && (
            <p className="pt-2 text-lg text-ink-soft">The clerk takes one order at a time.</p>
          )}
        </div>
        {hasLast && (
          <button
            type="button"
            onClick={() => change({ type: 'show-again' })}
            className="min-h-12 rounded-full px-5 font-medium text-preparing underline decoration-2 underline-offset-4 kiosk:min-h-16 desk:min-h-16"
          >
            Show my number again
          </button>
        )}
      </div>

      <ul className="grid grid-cols-2 gap-3 kiosk:grid-cols-3 kiosk:gap-4 desk:grid-cols-3 desk:gap-4 desk:xl:grid-cols-4">
        {restaurant.menu.map((item, index) => (
          <li key={item.id} className={index === 0 ? 'col-span-full desk:col-span-3' : 'grid'}>
            <ItemButton
              item={item}
              price={money(item.price)}
              quantity={quantityOf(basket, item.id)}
              hasRoom={hasRoomFor(basket, item.id)}
              isHero={index === 0}
              onPick={() => change({ type: 'one-more', id: item.id })}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}

function ItemButton({
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
        className="mx-auto aspect-square w-[82%] max-w-44 group-data-hero:mx-0 group-data-hero:w-[46%] group-data-hero:max-w-72 kiosk:w-[72%] kiosk:max-w-none kiosk:group-data-hero:w-56 desk:max-w-30 desk:group-data-hero:max-w-54"
      />
      <span className="flex grow flex-col group-data-hero:grow-0">
        <span
          id={`${item.id}-name`}
          className="pt-2 text-lg leading-tight font-semibold text-balance group-data-hero:pt-0 group-data-hero:text-2xl group-data-hero:font-bold kiosk:group-data-hero:text-4xl desk:group-data-hero:text-4xl"
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
