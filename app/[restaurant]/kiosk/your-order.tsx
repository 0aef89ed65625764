import { useEffect, useRef } from 'react'
import type { Restaurant } from '#orders/restaurant.ts'
import { type Basket, countOf, hasRoomFor, linesOf, totalOf } from './basket.ts'
import { BigButton, QuietButton } from './button.tsx'
import { DiningChoice } from './dining-choice.tsx'
import { moneyFormat } from './money.ts'
import { NoticeBox } from './notice-box.tsx'
import { OrderLine } from './order-line.tsx'
import { useInView } from './use-in-view.ts'
import type { Happening, Notice } from './visit.ts'
import { WayToYourOrder } from './way-to-your-order.tsx'

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
  const [button, isButtonInView] = useInView()
  useEffect(() => {
    if (lines.length > 0) list.current?.scrollTo({ top: list.current.scrollHeight })
  }, [lines.length])

  return (
    <>
      {!isEmpty && <WayToYourOrder count={count} total={total} isThere={isButtonInView} />}
      <section
        id="your-order"
        aria-labelledby="your-order-heading"
        aria-busy={onItsWay}
        data-empty={isEmpty || undefined}
        className="relative z-20 border-t border-line bg-card px-4 py-6 kiosk:sticky kiosk:bottom-0 kiosk:rounded-t-[2rem] kiosk:px-8 kiosk:data-empty:flex kiosk:data-empty:items-center kiosk:data-empty:gap-6 kiosk:data-empty:py-4 kiosk:shadow-[0_-0.75rem_2.5rem_rgb(74_44_12/0.12)] desk:sticky desk:top-0 desk:flex desk:h-dvh desk:flex-col desk:border-t-0 desk:border-l desk:px-7"
      >
        <div className="flex min-h-10 items-center justify-between gap-4">
          <h2
            id="your-order-heading"
            ref={heading}
            tabIndex={-1}
            className="text-2xl font-bold whitespace-nowrap outline-none"
          >
            Your order
          </h2>
          {!isEmpty && !onItsWay && (
            <QuietButton onClick={onStartOver} className="-mr-4 text-ink-soft">
              Start over
            </QuietButton>
          )}
        </div>
        <p role="status" className="sr-only">
          {!isEmpty && `${count} ${count === 1 ? 'item' : 'items'}, ${total}`}
        </p>

        {isEmpty ? (
          <>
            <p className="grow pb-5 text-lg text-ink-soft kiosk:pb-0">Tap a picture to begin.</p>
            <BigButton disabled className="w-full kiosk:w-[18rem]">
              Place order
            </BigButton>
          </>
        ) : (
          <div className="kiosk:grid kiosk:grid-cols-[1fr_18rem] kiosk:gap-8 desk:flex desk:min-h-0 desk:grow desk:flex-col">
            <ul
              ref={list}
              data-locked={onItsWay || undefined}
              className="divide-y divide-line phone:pb-5 data-locked:opacity-50 kiosk:max-h-[18.2rem] kiosk:overflow-y-auto desk:min-h-0 desk:grow desk:overflow-y-auto"
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
                    // The line goes, and with it the button in focus.
                    if (quantity === 1) heading.current?.focus({ preventScroll: true })
                    change({ type: 'one-fewer', id: item.id })
                  }}
                />
              ))}
            </ul>
            <div className="phone:contents kiosk:pt-1 desk:pt-5">
              <DiningChoice dining={basket.dining} onChoose={dining => change({ type: 'dine', dining })} />
              <p className="flex items-baseline justify-between gap-4 pt-5 pb-4 text-2xl font-bold">
                Total <span className="tabular-nums">{total}</span>
              </p>
              <div className="phone:sticky phone:bottom-0 phone:-mb-3 phone:bg-card phone:pb-3 phone:shadow-[0_-0.5rem_0.75rem_var(--card)]">
                {notice && <NoticeBox notice={notice} />}
                <div ref={button}>
                  <BigButton aria-disabled={onItsWay || undefined} onClick={onPlace} className="w-full">
                    {onItsWay ? 'Sending your order…' : 'Place order'}
                  </BigButton>
                </div>
              </div>
            </div>
          </div>
        )}
      </section>
    </>
  )
}
