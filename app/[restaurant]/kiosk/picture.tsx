import type { Item } from '#orders/restaurant.ts'

/** The drawing of an item. It says nothing that the name beside it does not say. */
export function Picture({ of, className }: { of: Item; className: string }) {
  return (
    // biome-ignore lint/performance/noImgElement: an SVG has nothing to optimise
    <img src={of.picture} alt="" width={240} height={240} draggable={false} className={className} />
  )
}
