import { QRCodeSVG } from 'qrcode.react'
import { type CSSProperties, useEffect, useRef, useState } from 'react'
import type { Restaurant } from '#orders/restaurant.ts'
import { BigButton } from './button.tsx'
import { type Reach, ticketAddress } from './ticket-address.ts'
import type { Happening, Holding } from './visit.ts'

/** The second tap of a double tap on "Place order" must not take the number away. */
const DOUBLE_TAP_MS = 1000

/** The number, as large as the screen allows, until the customer has got it. Nothing but "Got it" ends this screen. */
export function YourNumber({
  restaurant,
  reach,
  visit,
  change,
}: {
  restaurant: Restaurant
  reach: Reach
  visit: Holding
  change: (happening: Happening) => void
}) {
  const { id, number } = visit.receipt
  const isCounter = restaurant.service === 'counter'
  const ticket = ticketAddress(reach, location, restaurant.slug, id)

  const heading = useRef<HTMLHeadingElement>(null)
  const [steady, setSteady] = useState(false)
  useEffect(() => {
    scrollTo({ top: 0 })
    heading.current?.focus({ preventScroll: true })
    const timer = setTimeout(() => setSteady(true), DOUBLE_TAP_MS)
    return () => clearTimeout(timer)
  }, [])

  return (
    <div
      style={{ '--digits': String(number).length } as CSSProperties}
      className="grid min-h-dvh grid-rows-[1fr_auto] gap-6 p-6 kiosk:p-12 desk:grid-cols-[1fr_24rem] desk:grid-rows-1 desk:gap-12 desk:p-12"
    >
      <div className="flex flex-col items-center justify-center text-center">
        <h1
          ref={heading}
          tabIndex={-1}
          className="text-3xl font-bold tracking-tight text-balance outline-none kiosk:text-5xl desk:text-4xl"
        >
          {isCounter ? (
            'Your food is ready. Enjoy!'
          ) : (
            <>
              Thank you! <span className="inline-block">This is your number</span>
            </>
          )}
        </h1>
        <output
          aria-label="Your number"
          data-ready={isCounter || undefined}
          className="the-number font-bold text-preparing tabular-nums data-ready:text-ready"
        >
          {number}
        </output>
        {isCounter ? (
          <p className="text-xl text-ink-soft kiosk:text-2xl">This is the number of your receipt.</p>
        ) : (
          <p className="max-w-3xl text-xl leading-relaxed text-balance kiosk:text-2xl kiosk:leading-relaxed">
            Watch the wall. Your number stands under <Chip status="preparing">Preparing</Chip> now. Come and
            collect when it is under <Chip status="ready">Ready</Chip>.
          </p>
        )}
      </div>

      <div className="grid content-end gap-6 desk:content-center">
        {!isCounter && (
          <>
            <figure className="hidden items-center gap-6 rounded-[2rem] border border-line bg-card p-6 kiosk:flex kiosk:gap-8 kiosk:p-8 desk:grid">
              <QRCodeSVG
                value={ticket}
                marginSize={0}
                title="QR code that opens your ticket"
                bgColor="transparent"
                fgColor="var(--ink)"
                className="size-52 shrink-0 kiosk:size-56 desk:size-full"
              />
              <figcaption className="text-xl leading-snug desk:text-lg">
                <strong className="block text-2xl kiosk:text-3xl desk:text-xl">Take it with you</strong>
                Scan this to follow your order on your phone.
              </figcaption>
            </figure>
            <a
              href={`/${restaurant.slug}/orders/${id}`}
              className="grid min-h-16 place-items-center rounded-2xl border-2 border-ink px-6 text-xl font-bold kiosk:hidden desk:hidden"
            >
              Open my ticket
            </a>
          </>
        )}
        <BigButton
          disabled={!steady}
          onClick={() => change({ type: 'got-it', now: Date.now() })}
          className="kiosk:min-h-28 kiosk:text-4xl"
        >
          Got it
        </BigButton>
      </div>
    </div>
  )
}

function Chip({ status, children }: { status: 'preparing' | 'ready'; children: string }) {
  return (
    <span
      data-status={status}
      className="rounded-full px-[0.6em] py-[0.15em] font-semibold whitespace-nowrap data-[status=preparing]:bg-preparing-tint data-[status=preparing]:text-preparing data-[status=ready]:bg-ready-tint data-[status=ready]:text-ready"
    >
      {children}
    </span>
  )
}
