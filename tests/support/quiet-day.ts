import { type Entry, emptyHistory, type History, type Seen, type Shown } from '#chaos/history.ts'

/** What truly became of one order; each time is in milliseconds after `MORNING`. */
export type Life = {
  number: number
  placedAt: number
  /** Each time a cook took it. */
  takenAt: number[]
  readyAt: number
  collectedAt: number
}

export const MORNING = Date.parse('2026-01-05T09:00:00Z')
const TICKET_EVERY_MS = 70
export const BOARD_EVERY_MS = 50
const ROUND_TRIP_MS = 8

/**
 * The history of a day on which all went well: what customers, walls and the queue's own events would tell of these lives. Each call makes
 * a new one, so that a test may plant in it what it wants to be found.
 */
export function quietDay(lives: Life[]): History {
  const history = emptyHistory()
  const evening = Math.max(...lives.map(({ collectedAt }) => collectedAt)) + 1000

  for (const [index, life] of lives.entries()) {
    const id = idOf(life.number)
    const web = `web ${(index % 2) + 1}`
    const at = (ms: number) => ({ web, from: MORNING + ms, to: MORNING + ms + ROUND_TRIP_MS, held: 0 })
    const placing = { what: 'order', key: keyOf(life.number), outcome: 'acknowledged', status: 202 } as const
    const asked = { ...at(life.placedAt - 2), ...placing, seen: seenAt(life, life.placedAt) }
    history.asked.push({ ...asked, replayed: false }, { ...asked, ...at(life.placedAt + 20), replayed: true })
    for (let ms = life.placedAt + 30; ms < evening; ms += TICKET_EVERY_MS) {
      history.read.push({ what: 'ticket', id, ...at(ms), status: 200, seen: seenAt(life, ms + 4) })
    }
    // When all is quiet everyone is looked at once more.
    const end = { ...at(evening + 10), status: 200, seen: seenAt(life, evening) }
    history.read.push({ what: 'ticket', id, ...end })
    const tell = (ms: number, name: string) => ({ what: 'event', at: MORNING + ms, name, id }) as const
    history.told.push(
      tell(life.placedAt, 'added'),
      ...life.takenAt.map(ms => tell(ms, 'active')),
      tell(life.readyAt, 'completed'),
      tell(life.collectedAt, 'collected'),
    )
  }
  history.told.sort((a, b) => a.at - b.at)

  for (let ms = 0; ms < evening; ms += BOARD_EVERY_MS) {
    for (const web of ['web 1', 'web 2']) {
      const from = MORNING + ms - 3
      history.boards.push({
        what: 'board',
        wall: `of ${web}`,
        web,
        from,
        to: from + ROUND_TRIP_MS,
        held: 0,
        status: 200,
        shown: boardAt(lives, ms),
      })
    }
  }
  history.stock = {
    what: 'stock',
    at: MORNING + evening,
    ids: lives.map(({ number }) => idOf(number)),
    eventsTold: history.told.length,
    eventsRead: history.told.length,
  }
  return history
}

export function idOf(number: number): string {
  return `${number}`.padStart(32, '0')
}

export function keyOf(number: number): string {
  return `key of ${number}`
}

export function seenAt({ number, placedAt, readyAt, collectedAt }: Life, ms: number): Seen {
  const status = ms < readyAt ? 'preparing' : ms < collectedAt ? 'ready' : 'collected'
  return {
    id: idOf(number),
    number,
    status,
    done: status === 'preparing' ? 0 : 3,
    placedAt: MORNING + placedAt,
    readyAt: status === 'preparing' ? null : MORNING + readyAt,
    collectedAt: status === 'collected' ? MORNING + collectedAt : null,
  }
}

function boardAt(lives: Life[], ms: number): Shown {
  const preparing: Entry[] = []
  const ready: Entry[] = []
  for (const { number, placedAt, readyAt, collectedAt } of lives) {
    if (placedAt <= ms && ms < readyAt) preparing.push({ number, since: MORNING + placedAt })
    if (readyAt <= ms && ms < collectedAt) ready.unshift({ number, since: MORNING + readyAt })
  }
  return {
    asOf: MORNING + ms,
    preparing,
    ready,
    attention: [],
    counts: { preparing: preparing.length, ready: ready.length, attention: 0 },
  }
}
