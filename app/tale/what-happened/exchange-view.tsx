import { duration } from '#app/tale/duration.ts'
import { inBothTimes } from '#app/tale/in-time.ts'
import type { Exchange } from '#rush/visit.ts'
import { legible } from './legible.ts'

/** What was asked. */
export function Request({ exchange: { method, path, sent, atMs } }: { exchange: Exchange }) {
  return (
    <Said
      title={`Asked when the story was at ${duration(atMs)}`}
      first={`${method} ${path}`}
      headers={sent.headers}
      body={sent.body ?? ''}
    />
  )
}

/** And what was answered, in a story that is told `speed` times as fast as life. */
export function Answer({ exchange: { got, tookMs }, speed }: { exchange: Exchange; speed: number }) {
  const took = inBothTimes(tookMs, speed)
  if (!got) return <p className="text-attention">No answer: the connection was closed after {took}.</p>
  return (
    <Said
      title={`Answered after ${took}`}
      first={String(got.status)}
      headers={got.headers}
      body={got.body}
      isShortened={got.isShortened}
    />
  )
}

function Said({
  title,
  first,
  headers,
  body,
  isShortened = false,
}: {
  title: string
  first: string
  headers: Record<string, string>
  body: string
  isShortened?: boolean
}) {
  const lines = [first, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)]
  return (
    <div className="min-w-0">
      <p className="text-sm font-semibold text-ink-soft">
        {title}
        {isShortened && ', shortened'}
      </p>
      <pre className="mt-1 rounded-xl bg-night px-3 py-2 text-[0.8rem] leading-relaxed break-words whitespace-pre-wrap text-chalk">
        <code>
          {lines.join('\n')}
          {body !== '' && `\n\n${legible(body)}`}
        </code>
      </pre>
    </div>
  )
}
