import './kiosk.css'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { environment } from '#orders/environment.ts'
import { lanAddress } from '#orders/lan-address.ts'
import { findRestaurant } from '#orders/restaurants.ts'
import { Kiosk } from './kiosk.tsx'

// Restaurants, menus and addresses are those of the running server, not those of the build.
export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: PageProps<'/[restaurant]/kiosk'>): Promise<Metadata> {
  const restaurant = findRestaurant((await params).restaurant)
  return { title: restaurant && `Order at ${restaurant.name}` }
}

export default async function KioskPage({ params }: PageProps<'/[restaurant]/kiosk'>) {
  const restaurant = findRestaurant((await params).restaurant) ?? notFound()
  const reach = { publicUrl: environment().publicUrl, lanAddress: lanAddress() }

  return <Kiosk restaurant={restaurant} reach={reach} />
}
