import type { Snapshot } from '#orders/view.ts'

const MOST_SECONDS = 25

/**
 * What a poll asked for. `tag` is the state it holds; `waitMs` how long it would be held until that changes; `version` tells of
 * which reading it is, so that no later answer is of an earlier one.
 */
export type Poll = { holds: (tag: string) => boolean; waitMs: number; version: number }

/** Reads `If-None-Match`, `Board-Version` and `Prefer: wait=N` (RFC 7240). A poll that holds nothing has nothing to wait for. */
export function readPoll({ headers }: Request): Poll {
  const tags = headers
    .get('if-none-match')
    ?.split(',')
    .map(tag => tag.trim().replace(/^W\//, ''))
  const seconds = Number(/(?:^|[,;\s])wait\s*=\s*"?(\d{1,4})"?/i.exec(headers.get('prefer') ?? '')?.[1] ?? 0)
  return {
    holds: tag => tags?.some(held => held === tag || held === '*') ?? false,
    waitMs: Math.min(seconds, MOST_SECONDS) * 1000,
    version: Number(/^\d{1,16}$/.exec(headers.get('board-version') ?? '')?.[0] ?? 0),
  }
}

/** 304 when the poll holds this state already, 200 with the state otherwise. */
export function answerPoll(poll: Poll, { tag, asOf, body, version }: Snapshot): Response {
  const headers = {
    ETag: tag,
    'Board-As-Of': asOf,
    ...(version && { 'Board-Version': String(version) }),
    'Cache-Control': 'no-store',
    ...(poll.waitMs > 0 && { 'Preference-Applied': `wait=${poll.waitMs / 1000}` }),
  }
  if (poll.holds(tag)) return new Response(null, { status: 304, headers })
  return new Response(body, { headers: { ...headers, 'Content-Type': 'application/json' } })
}
