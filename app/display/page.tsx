import { notFound, redirect } from 'next/navigation'
import { firstWithQueue } from '#orders/restaurants.ts'

/** Which restaurants there are is known when the server runs, not when it is built. */
export const dynamic = 'force-dynamic'

export default function DisplayPage() {
  const first = firstWithQueue() ?? notFound()
  redirect(`/${first.slug}/display`)
}
