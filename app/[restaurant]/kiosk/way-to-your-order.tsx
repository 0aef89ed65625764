/** On a phone the basket lies below the menu: this rests on the lower edge until the basket slides over it. */
export function WayToYourOrder({ count, total }: { count: number; total: string }) {
  return (
    <a
      href="#your-order"
      className="sticky bottom-3 z-10 mx-4 -mb-16 flex min-h-16 items-center justify-between gap-4 rounded-2xl bg-ink px-5 text-lg font-bold text-paper shadow-lg kiosk:hidden desk:hidden"
    >
      <span>
        See your order <span className="font-normal tabular-nums">({count})</span>
      </span>
      <span className="tabular-nums">{total}</span>
    </a>
  )
}
