import type { Restaurant } from '#orders/restaurant.ts'

/** The ways into a restaurant. Plain links: a screen is a page of its own, loaded whole. */
export function ScreenLinks({
  restaurant: { slug },
  kiosk,
  display,
  isDark = false,
}: {
  restaurant: Restaurant
  kiosk: string
  display: string
  isDark?: boolean
}) {
  return (
    <p className="mt-auto flex flex-wrap gap-3 pt-6" data-dark={isDark || undefined}>
      <a
        href={`/${slug}/kiosk`}
        className="rounded-full bg-ink px-6 py-3 font-semibold text-card in-data-dark:bg-ready-bright in-data-dark:text-night"
      >
        {kiosk}
      </a>
      <a
        href={`/${slug}/display`}
        className="rounded-full px-6 py-3 font-semibold ring-2 ring-ink/25 ring-inset in-data-dark:ring-chalk/30"
      >
        {display}
      </a>
    </p>
  )
}
