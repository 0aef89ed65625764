import { setTimeout as pause } from 'node:timers/promises'
import { Board } from '#orders/board.ts'
import { type Answer, ask, parse } from './ask.ts'
import { type Cashier, timesOf } from './cashier.ts'
import type { Draw } from './draw.ts'
import type { Entry, Recorder, Shown } from './history.ts'
import { SLUG } from './restaurant.ts'
import type { System } from './system.ts'

const WAIT_SECONDS = 5
const WALL_PATIENCE_MS = (WAIT_SECONDS + 8) * 1000
/** As a wall rests. So soon after the one web process the other may not have read what the one has. */
const WALL_REST_MS = 30
/** One that stays with its web process can wait: it stands for many, and the two cores are the kitchen's too. */
const LONG_WALL_REST_MS = 100
const RETRY_MS = 1_000
const PATROL_EVERY_MS = 60
/** Of so many orders, the youngest, one is looked at; and now and then one of all. */
const YOUNGEST = 300

type Web = { name: string; url: string }
/** The board that a wall holds. It sends `version` back, and no web process answers with an older reading. */
type Held = { tag: string; version: string | null; shown: Shown }
type Notes = Pick<Recorder, 'note'>

/**
 * A wall: polls for ever, as the display does, and writes down every reading. Of several web processes it reaches one after the other, poll by
 * poll, as behind a balancer that knows nobody again. After trouble it goes on showing what it had.
 */
export async function watchWall(
  webs: [Web, ...Web[]],
  { recorder, wall, stop }: { recorder: Notes; wall: string; stop: AbortSignal },
): Promise<void> {
  const restMs = webs.length > 1 ? WALL_REST_MS : LONG_WALL_REST_MS
  let held: Held | undefined
  for (let turn = 0; !stop.aborted; turn++) {
    const answered = await lookAtWall(webs[turn % webs.length] ?? webs[0], { recorder, wall }, held)
    held = answered ?? held
    await pause(answered ? restMs : RETRY_MS)
  }
}

/** One reading; with `held` it waits for the board to change. Resolves with what the wall was told, nothing in trouble. */
export async function lookAtWall(
  web: Web,
  { recorder, wall }: { recorder: Notes; wall: string },
  held?: Held,
): Promise<Held | undefined> {
  const answer = await ask(`${web.url}/api/${SLUG}/board`, {
    headers: {
      'X-Forwarded-For': wall,
      ...(held && { 'If-None-Match': held.tag, Prefer: `wait=${WAIT_SECONDS}` }),
      ...(held?.version && { 'Board-Version': held.version }),
    },
    patienceMs: WALL_PATIENCE_MS,
  })
  const { trouble, shown } = parseBoard(answer, held)
  recorder.note({
    what: 'board',
    wall,
    ...timesOf(web, answer),
    held: held ? WAIT_SECONDS * 1000 : 0,
    ...(trouble && { trouble }),
    ...(shown && { shown }),
  })
  const { headers } = answer
  return (
    shown && {
      tag: headers.get('ETag') ?? '',
      version: headers.get('Board-Version') ?? held?.version ?? null,
      shown,
    }
  )
}

/** What an answer shows to a wall that holds a board already, or none. A board of no known moment is none. */
export function parseBoard(
  { status, text, headers }: Pick<Answer, 'status' | 'text' | 'headers'>,
  held?: Pick<Held, 'shown'>,
): { shown?: Shown; trouble?: string } {
  if (status === 200) {
    const { data, trouble } = parse(Board, text)
    return data ? { shown: shownOf(data) } : { ...(trouble && { trouble }) }
  }
  if (status !== 304) return {}
  const asOf = Date.parse(headers.get('Board-As-Of') ?? '')
  if (!held) return { trouble: 'and the wall held no board' }
  if (Number.isNaN(asOf)) return { trouble: 'and did not say of when the board is' }
  return { shown: { ...held.shown, asOf } }
}

/** Someone who looks at one ticket after the other, of orders that wait, that are ready, and that were collected long ago. */
export async function patrol(
  system: System,
  { cashier, recorder, draw, stop }: { cashier: Cashier; recorder: Recorder; draw: Draw; stop: AbortSignal },
): Promise<void> {
  while (!stop.aborted) {
    await pause(PATROL_EVERY_MS)
    const { asked } = recorder.history
    const eldest = draw.chance(0.3) ? 0 : Math.max(0, asked.length - YOUNGEST)
    const id = asked[draw.whole(eldest, asked.length)]?.seen?.id
    if (id) await cashier.read(draw.oneOf(system.webs), '10.255.0.1', id)
  }
}

function shownOf({ asOf, preparing, ready, attention, counts }: Board): Shown {
  return {
    asOf: Date.parse(asOf),
    preparing: preparing.map(entryOf),
    ready: ready.map(entryOf),
    attention: attention.map(entryOf),
    counts,
  }
}

function entryOf({ number, since }: { number: number; since: string }): Entry {
  return { number, since: Date.parse(since) }
}
