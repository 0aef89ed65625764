'use client'
import { inPlace } from './in-place.ts'

/** What one may do in a scene. The first thing of each is filled. Whoever presses it finds it where it was, whatever that changes in other scenes. */
export function Button({
  isMain = false,
  isOff = false,
  onClick,
  children,
}: {
  isMain?: boolean
  isOff?: boolean
  onClick: () => void
  children: string
}) {
  return (
    <button
      type="button"
      aria-disabled={isOff}
      data-main={isMain}
      onClick={({ currentTarget }) => !isOff && inPlace(currentTarget, onClick)}
      className="min-h-12 rounded-2xl px-5 py-2 text-lg font-semibold ring-2 ring-ink/25 ring-inset aria-disabled:text-ink-soft aria-disabled:ring-line data-[main=true]:bg-ink data-[main=true]:text-card data-[main=true]:ring-ink aria-disabled:data-[main=true]:bg-paper-deep aria-disabled:data-[main=true]:text-ink-soft aria-disabled:data-[main=true]:ring-paper-deep"
    >
      {children}
    </button>
  )
}
