/** The house in one drawing: six nuggets and a dip. */
export function Nuggets({ className }: { className?: string }) {
  // biome-ignore lint/performance/noImgElement: an SVG has nothing to optimise
  return <img src="/menu/nuggets-6.svg" alt="" width={240} height={240} className={className} />
}
