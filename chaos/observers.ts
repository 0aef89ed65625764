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
/** A wall rests for 30 ms; here two stand for many, and the two cores are the kitchen's too. */
const WALL_REST_MS = 100
const RETRY_MS = 1_000
const PATROL_EVERY_MS = 60
/** Of so many orders, the youngest, one is looked at; and now and then one of all. */
const YOUNGEST = 300

type Web = { name: string; url: string }
/** The board that a wall holds. */
type Held = { tag: string; shown: Shown }

/** A wall: polls one web process for ever, as the display does, and writes down every reading. */
export async function watchWall(
  web: Web,
  { recorder, wall, stop }: { recorder: Recorder; wall: string; stop: AbortSignal },
): Promise<void> {
  let held: Held | undefined
  while (!stop.aborted) {
    held = await lookAtWall(web, { recorder, wall }, held)
    await pause(held ? WALL_REST_MS : RETRY_MS)
  }
}

/** One reading; with `held` it waits for the board to change. Resolves with what the wall holds then, nothing after trouble. */
export async function lookAtWall(
  web: Web,
  { recorder, wall }: { recorder: Recorder; wall: string },
  held?: Held,
): Promise<Held | undefined> {
  const answer = await ask(`${web.url}/api/${SLUG}/board`, {
    headers: {
      'X-Forwarded-For': wall,
      ...(held && { 'If-None-Match': held.tag, Prefer: `wait=${WAIT_SECONDS}` }),
    },
    patienceMs: WALL_PATIENCE_MS,
  })
  const { trouble, shown } = parseBoard(answer, held)
  recorder.note({
    what: 'board',
    ...timesOf(web, answer),
    held: held ? WAIT_SECONDS * 1000 : 0,
    ...(trouble && { trouble }),
    ...(shown && { shown }),
  })
  return shown && { tag: answer.headers.get('ETag') ?? '', shown }
}

/** What an answer shows to a wall that holds a board already, or none. A board of no known moment is none. */
export function parseBoard(
  { status, text, headers }: Pick<Answer, 'status' | 'text' | 'headers'>,
  held?: Held,
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
