/**
 * On a phone the basket lies below the menu: this rests on the lower edge until "Place order" is in view, which then stands
 * in the same place. So it goes unseen but slowly: the second tap of a double tap falls on it, and places no order.
 */
export function WayToYourOrder({
  count,
  total,
  isThere,
}: {
  count: number
  total: string
  isThere: boolean
}) {
  return (
    <a
      href="#your-order"
      data-there={isThere || undefined}
      className="fixed inset-x-4 bottom-3 z-30 flex min-h-16 items-center justify-between gap-4 rounded-2xl bg-ink px-5 text-lg font-bold text-paper shadow-lg data-there:invisible data-there:opacity-0 data-there:[transition:visibility_0s_600ms] kiosk:hidden desk:hidden"
    >
      <span>
        See your order <span className="font-normal tabular-nums">({count})</span>
      </span>
      <span className="tabular-nums">{total}</span>
    </a>
  )
}
