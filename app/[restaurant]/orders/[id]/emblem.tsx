import type { ReactNode } from 'react'
import type { Status } from '#orders/order.ts'

/** A pan, a tick, a bag, a heart, a triangle: the status by shape, for those who do not see the colour. */
export function Emblem({ status }: { status: Status }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      className="size-11 shrink-0 fill-none stroke-current stroke-2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {SHAPES[status]}
    </svg>
  )
}

const TICK = (
  <>
    <circle cx="12" cy="12" r="10" fill="currentColor" />
    <path d="M7 12.5l3.5 3.5L17 9" className="stroke-ready stroke-[2.6]" />
  </>
)

const SHAPES: Record<Status, ReactNode> = {
  preparing: (
    <>
      <path d="M2 12h14v2a5 5 0 0 1-5 5H7a5 5 0 0 1-5-5z" fill="currentColor" />
      <path d="M16 13.5h6M6 9c-1.4-1.4 1.4-2.6 0-4M11 9c-1.4-1.4 1.4-2.6 0-4" />
    </>
  ),
  ready: TICK,
  missed: (
    <>
      <path d="M5 9h14l-1.2 12H6.2z" fill="currentColor" />
      <path d="M9 11V7a3 3 0 0 1 6 0v4" />
    </>
  ),
  collected: (
    <>
      <circle cx="12" cy="12" r="10" />
      <path d="M8 14.2c1 1.4 2.4 2 4 2s3-.6 4-2M9 9.4v.2M15 9.4v.2" />
    </>
  ),
  attention: (
    <>
      <path d="M12 2.5L22.5 21h-21z" fill="currentColor" />
      <path d="M12 9v6M12 18v.2" className="stroke-attention-tint stroke-[2.6]" />
    </>
  ),
}
