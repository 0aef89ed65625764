import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { boardIfReachable } from '#app/board-if-reachable.ts'
import { currentLine } from '#orders/counter.ts'
import { findRestaurant } from '#orders/restaurants.ts'
import { NoWall } from './no-wall.tsx'
import { Wall } from './wall.tsx'

type Props = PageProps<'/[restaurant]/display'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const restaurant = findRestaurant((await params).restaurant)
  return { title: restaurant ? `${restaurant.name}: the wall` : 'Not found' }
}

export default async function DisplayPage({ params }: Props) {
  const restaurant = findRestaurant((await params).restaurant) ?? notFound()
  const { slug, name } = restaurant

  if (restaurant.service === 'counter') {
    const line = currentLine(restaurant)
    return <NoWall restaurant={{ slug, name }} line={line} renderedAtMs={Date.now()} />
  } else {
    const board = await boardIfReachable(restaurant)
    return (
      <>
        <Wall restaurant={{ slug, name }} board={board} renderedAtMs={Date.now()} />
        <noscript>
          <meta httpEquiv="refresh" content="5" />
        </noscript>
        <script async src="/wall-watch.js" />
      </>
    )
  }
}
