/** The house in one drawing: six nuggets and a dip. */
export function Nuggets({ className, loading }: { className?: string; loading?: 'lazy' }) {
  return (
    // biome-ignore lint/performance/noImgElement: an SVG has nothing to optimise
    <img
      src="/menu/nuggets-6.svg"
      alt=""
      width={240}
      height={240}
      {...(loading && { loading })}
      className={className}
    />
  )
}
