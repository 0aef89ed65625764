import './ticket.css'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { findMeal } from '#orders/counter.ts'
import type { Order } from '#orders/order.ts'
import { readOrder } from '#orders/read-order.ts'
import { RedisAway } from '#orders/refusals.ts'
import type { Restaurant } from '#orders/restaurant.ts'
import { findRestaurant } from '#orders/restaurants.ts'
import { Ticket } from './ticket.tsx'

type Props = PageProps<'/[restaurant]/orders/[id]'>

/** The address opens the ticket: it is nobody else's business. */
export const metadata: Metadata = { title: 'Your order', robots: { index: false }, referrer: 'no-referrer' }

export default async function TicketPage({ params }: Props) {
  const { restaurant: slug, id } = await params
  const restaurant = findRestaurant(slug) ?? notFound()
  const renderedAt = new Date()
  const order = await orderIfReachable(restaurant, id)
  if (order === null) notFound()

  return (
    <>
      <Ticket
        restaurant={{ slug, name: restaurant.name, service: restaurant.service }}
        id={id}
        order={order}
        renderedAt={renderedAt.toISOString()}
      />
      <noscript>
        <meta httpEquiv="refresh" content="5" />
      </noscript>
    </>
  )
}

/** Null when there is no such order, undefined when it cannot be told now: then the ticket comes up all the same and goes on asking. */
async function orderIfReachable(restaurant: Restaurant, id: string): Promise<Order | null | undefined> {
  try {
    return restaurant.service === 'queue' ? await readOrder(restaurant, id) : findMeal(restaurant, id)
  } catch (error) {
    if (error instanceof RedisAway) return undefined
    throw error
  }
}
