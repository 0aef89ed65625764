import type { Restaurant } from '#orders/restaurant.ts'
import { type Basket, linesOf, totalOf } from './basket.ts'
import { moneyFormat } from './money.ts'

/** The basket as it was sent: to be read, not to be changed. */
export function SentOrder({ restaurant, basket }: { restaurant: Restaurant; basket: Basket }) {
  const money = moneyFormat(restaurant)

  return (
    <section aria-label="Your order" className="rounded-3xl border border-line bg-card px-6 py-3">
      <ul className="divide-y divide-line text-lg">
        {linesOf(basket, restaurant.menu).map(({ item, quantity }) => (
          <li key={item.id} className="flex items-baseline gap-4 py-3">
            <span className="min-w-8 font-bold tabular-nums">{quantity} ×</span>
            <span className="grow">{item.name}</span>
            <span className="text-ink-soft tabular-nums">{money(item.price * quantity)}</span>
          </li>
        ))}
        <li className="flex justify-between py-3 font-bold">
          Total <span className="tabular-nums">{money(totalOf(basket, restaurant.menu))}</span>
        </li>
      </ul>
    </section>
  )
}
