'use client'
import { inTime } from '#app/tale/in-time.ts'
import type { Told } from './evening.ts'

const MOST_SHOWN = 8

/** What this page asked the server, and what it was answered. */
export function ToldList({ told }: { told: Told[] }) {
  const first = Math.max(0, told.length - MOST_SHOWN)
  return (
    // Before anything was said it is there, so that the first answer is heard: the gap before it is taken back.
    <div aria-live="polite" className="empty:-mt-4">
      {told.length > 0 && (
        <ol aria-label="What was said over HTTP" className="grid gap-1.5">
          {told.slice(first).map(({ asked, answer, isRefusal, tookMs }, index) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: what was said stays in its place
              key={first + index}
              data-refused={isRefusal}
              className="group flex flex-wrap items-baseline gap-x-3 rounded-xl bg-paper-deep px-3 py-1.5 text-[0.95rem] data-[refused=true]:bg-attention-tint"
            >
              <code className="break-all">{asked}</code>
              <span aria-hidden="true">→</span>
              <span className="font-semibold group-data-[refused=true]:text-attention">{answer}</span>
              <span className="text-ink-soft tabular-nums">{inTime(tookMs)}</span>
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
