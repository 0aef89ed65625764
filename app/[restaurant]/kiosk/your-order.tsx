import { useEffect, useRef } from 'react'
import type { Restaurant } from '#orders/restaurant.ts'
import { type Basket, countOf, hasRoomFor, linesOf, totalOf } from './basket.ts'
import { DiningChoice } from './dining-choice.tsx'
import { moneyFormat } from './money.ts'
import { OrderLine } from './order-line.tsx'
import { soon } from './soon.ts'
import type { Happening, Notice } from './visit.ts'

/** The basket: a panel at the foot of a kiosk, at the side of a desk, below the menu on a phone. */
export function YourOrder({
  restaurant,
  basket,
  notice,
  onItsWay,
  change,
  onPlace,
  onStartOver,
}: {
  restaurant: Restaurant
  basket: Basket
  notice: Notice | null
  onItsWay: boolean
  change: (happening: Happening) => void
  onPlace: () => void
  onStartOver: () => void
}) {
  const money = moneyFormat(restaurant)
  const lines = linesOf(basket, restaurant.menu)
  const count = countOf(basket)
  const total = money(totalOf(basket, restaurant.menu))
  const isEmpty = count === 0

  const heading = useRef<HTMLHeadingElement>(null)
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (lines.length > 0) list.current?.scrollTo({ top: list.current.scrollHeight })
  }, [lines.length])

  return (
    <>
      {!isEmpty && <WayToYourOrder count={count} total={total} />}
      <section
        id="your-order"
        aria-labelledby="your-order-heading"
        aria-busy={onItsWay}
        className="z-20 border-t border-line bg-card px-4 py-6 relative kiosk:sticky kiosk:bottom-0 kiosk:rounded-t-[2rem] kiosk:px-8 kiosk:py-6 kiosk:shadow-[0_-0.75rem_2.5rem_rgb(74_44_12/0.12)] desk:sticky desk:top-0 desk:flex desk:h-dvh desk:flex-col desk:border-t-0 desk:border-l desk:px-7 desk:py-7"
      >
        <div className="flex flex-wrap items-center justify-between gap-x-4">
          <h2 id="your-order-heading" ref={heading} tabIndex={-1} className="text-2xl font-bold outline-none">
            Your order
          </h2>
          {!isEmpty && !onItsWay && (
            <button
              type="button"
              onClick={onStartOver}
              className="-mr-4 min-h-12 rounded-full px-4 text-ink-soft underline decoration-1 underline-offset-4 kiosk:min-h-16"
            >
              Start over
            </button>
          )}
        </div>
        <p role="status" className="sr-only">
          {isEmpty ? '' : `${count} ${count === 1 ? 'item' : 'items'}, ${total}`}
        </p>

        {isEmpty ? (
          <p className="py-2 text-lg text-ink-soft kiosk:absolute kiosk:top-5 kiosk:right-8 desk:grow">
            Tap what you like. It is collected here.
          </p>
        ) : (
          <div className="kiosk:grid kiosk:grid-cols-[1fr_18rem] kiosk:gap-8 desk:flex desk:min-h-0 desk:grow desk:flex-col">
            <ul
              ref={list}
              data-locked={onItsWay || undefined}
              className="divide-y divide-line data-locked:opacity-50 kiosk:max-h-[18.2rem] kiosk:overflow-y-auto desk:min-h-0 desk:grow desk:overflow-y-auto"
            >
              {lines.map(({ item, quantity }) => (
                <OrderLine
                  key={item.id}
                  item={item}
                  quantity={quantity}
                  price={money(item.price * quantity)}
                  hasRoom={hasRoomFor(basket, item.id)}
                  onMore={() => change({ type: 'one-more', id: item.id })}
                  onFewer={() => {
                    if (quantity === 1) heading.current?.focus({ preventScroll: true })
                    change({ type: 'one-fewer', id: item.id })
                  }}
                />
              ))}
            </ul>
            <div className="pt-5 kiosk:pt-1 desk:pt-5">
              <DiningChoice dining={basket.dining} onChoose={dining => change({ type: 'dine', dining })} />
              <p className="flex items-baseline justify-between gap-4 pt-5 pb-4 text-2xl font-bold">
                Total <span className="tabular-nums">{total}</span>
              </p>
              {notice && <NoticeBox notice={notice} />}
              <PlaceOrder onItsWay={onItsWay} onPlace={onPlace} />
            </div>
          </div>
        )}
        {isEmpty && (
          <div className="hidden pt-4 desk:block">
            <PlaceOrder onItsWay={false} onPlace={onPlace} isEmpty />
          </div>
        )}
      </section>
    </>
  )
}

function PlaceOrder({
  onItsWay,
  onPlace,
  isEmpty = false,
}: {
  onItsWay: boolean
  onPlace: () => void
  isEmpty?: boolean
}) {
  return (
    <button
      type="button"
      disabled={isEmpty}
      aria-disabled={onItsWay || undefined}
      onClick={onPlace}
      className="min-h-18 w-full rounded-2xl bg-ink px-6 text-2xl font-bold text-paper transition-transform duration-100 enabled:active:scale-[0.98] disabled:bg-paper-deep disabled:text-ink-soft motion-reduce:transition-none"
    >
      {onItsWay ? 'Sending your order…' : 'Place order'}
    </button>
  )
}

function NoticeBox({ notice }: { notice: Notice }) {
  return (
    <div role="alert" className="mb-4 rounded-2xl bg-attention-tint p-4 leading-snug text-attention">
      <p className="text-lg font-bold">{notice.title}</p>
      <p>{notice.detail}</p>
      {notice.retryAfterSeconds > 0 && (
        <p className="font-semibold">Please try again {soon(notice.retryAfterSeconds)}.</p>
      )}
    </div>
  )
}

/** On a phone the basket lies below the menu: this rests on the lower edge until the basket itself comes into view. */
function WayToYourOrder({ count, total }: { count: number; total: string }) {
  return (
    <a
      href="#your-order"
      className="sticky bottom-3 z-10 mx-4 -mb-16 flex min-h-16 items-center justify-between gap-4 rounded-2xl bg-ink px-5 text-lg font-bold text-paper shadow-lg kiosk:hidden desk:hidden"
    >
      <span>
        See your order <span className="font-normal tabular-nums">({count})</span>
      </span>
      <span className="tabular-nums">{total}</span>
    </a>
  )
}
