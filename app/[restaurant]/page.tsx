import { notFound, redirect } from 'next/navigation'
import { findRestaurant } from '#orders/restaurants.ts'

export const dynamic = 'force-dynamic'

/** A restaurant is entered at its kiosk. */
export default async function Entrance({ params }: PageProps<'/[restaurant]'>) {
  const { slug } = findRestaurant((await params).restaurant) ?? notFound()
  redirect(`/${slug}/kiosk`)
}
