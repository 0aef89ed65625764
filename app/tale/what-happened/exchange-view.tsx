import { duration } from '#app/tale/duration.ts'
import { inTime } from '#app/tale/in-time.ts'
import type { Exchange } from '#rush/visit.ts'

/** What was asked. */
export function Request({ exchange: { method, path, sent, atMs } }: { exchange: Exchange }) {
  return (
    <Said
      title={`Asked, ${duration(atMs)} into the story`}
      first={`${method} ${path}`}
      headers={sent.headers}
      body={sent.body ?? ''}
    />
  )
}

/** And what was answered. */
export function Answer({ exchange: { got, tookMs } }: { exchange: Exchange }) {
  if (!got)
    return <p className="text-attention">No answer: the connection was closed after {inTime(tookMs)}.</p>
  return (
    <Said
      title={`Answered after ${inTime(tookMs)}`}
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

function legible(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 1)
  } catch {
    return `${body} …`
  }
}
