'use client'
import { type CSSProperties, useState } from 'react'
import { readingOfPage } from '#app/reading.ts'
import { usePoll } from '#app/use-poll.ts'
import type { Order } from '#orders/order.ts'
import { Collect } from './collect.tsx'
import { Emblem } from './emblem.tsx'
import { Progress } from './progress.tsx'
import { StaleLine } from './stale-line.tsx'
import { standingOf } from './standing.ts'

/** One order on the customer's phone, kept current. `order` is undefined when the server could not read it. */
export function Ticket({
  restaurant,
  id,
  order: orderOfPage,
  renderedAt,
}: {
  restaurant: { slug: string; name: string; service: 'queue' | 'counter' }
  id: string
  order: Order | undefined
  renderedAt: string
}) {
  const url = `/api/${restaurant.slug}/orders/${encodeURIComponent(id)}`
  const initial = orderOfPage && readingOfPage(orderOfPage, renderedAt, Date.parse(renderedAt))
  const { reading, freshness, trouble, askAgain } = usePoll<Order>(url, { initial })
  const order = reading?.data

  if (!order) {
    return (
      <main className={PAPER} data-screen="ticket" data-status="unknown">
        <TopLine restaurant={restaurant} />
        <p
          role="status"
          className="my-auto text-center text-2xl font-medium text-ink-soft desk:col-span-full"
        >
          {trouble === 'gone' ? 'There is no such order.' : 'Looking for your order…'}
        </p>
      </main>
    )
  }

  const { title, detail } = standingOf(order)
  return (
    <main className={PAPER} data-screen="ticket" data-status={order.status} data-freshness={freshness}>
      <TopLine restaurant={restaurant} />
      <section className={CARD} data-status={order.status} aria-label="Your order">
        <p className="text-lg font-medium desk:text-2xl">Your number</p>
        <output
          aria-label="Your number"
          className={NUMBER}
          style={{ '--digits': String(order.number).length } as CSSProperties}
        >
          {order.number}
        </output>
        <div className="mt-6 flex items-center gap-3.5">
          <Emblem status={order.status} />
          <h1 className="text-3xl leading-tight font-bold text-balance desk:text-4xl">{title}</h1>
        </div>
        <p className="mt-2.5 text-lg leading-snug text-balance desk:text-xl">{detail}</p>
        {order.status === 'preparing' && <Progress {...order.progress} />}
        {(order.status === 'ready' || order.status === 'missed') && (
          <Collect url={`${url}/collection`} onCollected={askAgain} isReady={order.status === 'ready'} />
        )}
      </section>
      <StaleLine freshness={freshness} trouble={trouble} />
      <Items order={order} />
      <Announcement words={`${title.replace('!', '')}. ${detail}`} />
    </main>
  )
}

const PAPER =
  'flex min-h-dvh flex-col items-center px-5 pt-5 pb-10 *:w-full *:max-w-md desk:grid desk:grid-cols-[1fr_22rem] desk:grid-rows-[auto_1fr_auto] desk:gap-x-12 desk:px-12 desk:pt-7 desk:*:max-w-none data-[status=ready]:bg-ready-tint'
const CARD =
  'mt-5 rounded-[2rem] p-7 desk:flex desk:h-full desk:flex-col desk:justify-center desk:px-14 data-[status=attention]:bg-attention-tint data-[status=attention]:text-attention data-[status=collected]:bg-paper-deep data-[status=missed]:bg-ready-tint data-[status=missed]:text-ready data-[status=preparing]:bg-preparing-tint data-[status=preparing]:text-preparing data-[status=ready]:bg-ready data-[status=ready]:text-card'
const NUMBER = 'ticket-number mt-2 block leading-[0.85] font-bold tabular-nums'

function TopLine({ restaurant }: { restaurant: { slug: string; name: string; service: string } }) {
  return (
    <header className="flex items-center justify-between desk:col-span-full desk:text-lg">
      <p className="flex items-center gap-2.5 font-semibold">
        {/* biome-ignore lint/performance/noImgElement: an SVG has nothing to optimise */}
        <img src="/icon.svg" alt="" width={64} height={64} className="size-6" />
        {restaurant.name}
      </p>
      {restaurant.service === 'queue' && (
        <a
          href={`/${restaurant.slug}/display`}
          className="-m-2 p-2 font-medium text-ink-soft underline decoration-line decoration-2 underline-offset-4"
        >
          The wall
        </a>
      )}
    </header>
  )
}

function Items({ order }: { order: Order }) {
  return (
    <section className="mt-7 px-2 desk:col-start-2 desk:row-start-2 desk:self-center" aria-labelledby="items">
      <h2 id="items" className="flex justify-between font-semibold text-ink-soft">
        Your food
        <span className="font-medium">{order.dining === 'eat-in' ? 'Eat in' : 'Take away'}</span>
      </h2>
      <ul className="mt-2 divide-y divide-line text-lg">
        {order.items.map(({ name, quantity }, line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an order never changes, and may name an item twice
          <li key={line} className="flex gap-4 py-3">
            <span className="w-8 shrink-0 font-semibold text-crust-deep tabular-nums">{quantity}×</span>
            {name}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Says what changed, and nothing when the ticket comes up: it can be read then. */
function Announcement({ words }: { words: string }) {
  const [first] = useState(words)
  const [hasChanged, setHasChanged] = useState(false)
  if (!hasChanged && words !== first) setHasChanged(true)
  return (
    <p role="status" className="sr-only w-px!">
      {hasChanged && words}
    </p>
  )
}
