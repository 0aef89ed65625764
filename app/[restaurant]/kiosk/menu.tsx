import { Wordmark } from '#app/wordmark.tsx'
import type { Restaurant } from '#orders/restaurant.ts'
import { type Basket, hasRoomFor, quantityOf } from './basket.ts'
import { QuietButton } from './button.tsx'
import { ItemButton } from './item-button.tsx'
import { moneyFormat } from './money.ts'
import type { Happening } from './visit.ts'

/** Everything there is to eat, the first item largest. */
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
    <div className="px-4 pb-6 kiosk:grow kiosk:px-8 desk:px-10">
      <header className="flex flex-wrap items-center justify-between gap-x-6 pt-5 text-lg kiosk:pt-6">
        <Wordmark />
        <p className="text-ink-soft">{restaurant.name}</p>
      </header>

      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 pt-5 pb-5 kiosk:pt-4 kiosk:pb-4 desk:pt-2 desk:pb-3">
        <h1 className="text-4xl font-bold tracking-tight kiosk:text-5xl">What would you like?</h1>
        {hasLast && (
          <QuietButton
            onClick={() => change({ type: 'show-again' })}
            className="-mr-4 text-lg text-preparing"
          >
            Show my number again
          </QuietButton>
        )}
        {restaurant.service === 'counter' && (
          <p className="text-lg text-ink-soft">The clerk takes one order at a time.</p>
        )}
      </div>

      {/* The menu speaks the restaurant's language, the kiosk English. */}
      <ul
        lang={restaurant.languages[0]}
        className="grid grid-cols-2 gap-3 kiosk:grid-cols-3 kiosk:gap-4 desk:grid-cols-3 desk:gap-4 desk:xl:grid-cols-4"
      >
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
