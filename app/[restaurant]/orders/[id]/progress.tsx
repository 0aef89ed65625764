/** Portions cooked so far, as a bar and in words. */
export function Progress({ done, total }: { done: number; total: number }) {
  const words = total === 1 ? 'Your portion is on its way' : `${done} of ${total} portions done`
  return (
    <div className="mt-6">
      <div
        role="progressbar"
        aria-label="Portions done"
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        aria-valuetext={words}
        className="h-3 overflow-hidden rounded-full bg-card"
      >
        <div
          className="h-full rounded-full bg-preparing transition-[width] duration-700 ease-out motion-reduce:transition-none"
          style={{ width: `${Math.max(4, (done / Math.max(total, 1)) * 100)}%` }}
        />
      </div>
      <p className="mt-2 font-medium">{words}</p>
    </div>
  )
}
