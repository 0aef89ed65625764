import { setTimeout as pause } from 'node:timers/promises'
import { Board } from '#orders/board.ts'
import { ask, parse } from './ask.ts'
import { type Cashier, timesOf } from './cashier.ts'
import type { Draw } from './draw.ts'
import type { BoardRead, Entry, Recorder, Shown } from './history.ts'
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

/** A wall: polls one web process for ever, as the display does, and writes down every reading. */
export async function watchWall(
  web: { name: string; url: string },
  { recorder, wall, stop }: { recorder: Recorder; wall: string; stop: AbortSignal },
): Promise<void> {
  let held: { tag: string; shown: Shown } | undefined
  while (!stop.aborted) {
    const waits = held ? WAIT_SECONDS * 1000 : 0
    const answer = await ask(`${web.url}/api/${SLUG}/board`, {
      headers: {
        'X-Forwarded-For': wall,
        ...(held && { 'If-None-Match': held.tag, Prefer: `wait=${WAIT_SECONDS}` }),
      },
      patienceMs: WALL_PATIENCE_MS,
    })
    const read: BoardRead = { what: 'board', ...timesOf(web, answer), held: waits }
    if (answer.status === 200) {
      const { data, trouble } = parse(Board, answer.text)
      if (trouble) read.trouble = trouble
      if (data) {
        read.shown = shownOf(data)
        held = { tag: answer.headers.get('ETag') ?? '', shown: read.shown }
      }
    }
    if (answer.status === 304 && held)
      read.shown = { ...held.shown, asOf: Date.parse(answer.headers.get('Board-As-Of') ?? '') }
    recorder.note(read)
    if (!read.shown) held = undefined
    await pause(read.shown ? WALL_REST_MS : RETRY_MS)
  }
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
