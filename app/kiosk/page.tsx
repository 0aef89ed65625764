import { notFound, redirect } from 'next/navigation'
import { firstWithQueue } from '#orders/restaurants.ts'

export const dynamic = 'force-dynamic'

/** The short way: the kiosk of the first restaurant with a queue. */
export default function KioskShortcut() {
  const restaurant = firstWithQueue() ?? notFound()
  redirect(`/${restaurant.slug}/kiosk`)
}
