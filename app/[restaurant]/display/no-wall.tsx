'use client'
import type { Line } from '#orders/line.ts'
export function NoWall({
  line,
}: {
  restaurant: { slug: string; name: string }
  line: Line
  renderedAtMs: number
}) {
  return <main>{line.people}</main>
}
