/** The name of the house with its nugget. The size is that of the text around it. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-[0.35em] font-bold tracking-tight">
      {/* biome-ignore lint/performance/noImgElement: an SVG has nothing to optimise */}
      <img src="/icon.svg" alt="" width={64} height={64} className="size-[1.35em]" />
      Nugget
    </span>
  )
}
