import { createWriteStream, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Status } from '#orders/order.ts'

/**
 * All that was asked, answered and seen in a run. Every part runs on this machine, so all times are of one clock:
 * whole milliseconds since 1970, cut off, not rounded. Of two moments with the same number nobody knows which was first.
 */
export type History = {
  asked: Asked[]
  read: TicketRead[]
  boards: BoardRead[]
  told: QueueEvent[]
  faults: Fault[]
  deaths: Death[]
  returns: Return[]
  stock: Stock | undefined
}

/**
 * A request that was sent at `from` and answered in full, or given up, at `to`. No `status`: no answer, or a torn one.
 * `held`: so long the server was asked to hold it, in milliseconds.
 */
export type Request = {
  what: 'order' | 'ticket' | 'collection' | 'board'
  web: string
  from: number
  to: number
  held: number
  status?: number
  /** What went wrong, in words: of the network, or of an answer that is not as described. */
  trouble?: string
}

/** An order as it was told in an answer. */
export type Seen = {
  id: string
  number: number
  status: Status
  /** Portions that are done. */
  done: number
  placedAt: number
  readyAt: number | null
  collectedAt: number | null
}

/** `unknown`: nobody can tell whether the order was placed; the same key finds out. */
export type Asked = Request & {
  what: 'order'
  key: string
  /** `full`: the line in Redis said that this key has no order, and gets none now. `refused`: this request placed nothing. */
  outcome: 'acknowledged' | 'full' | 'refused' | 'unknown'
  replayed: boolean
  seen?: Seen
}

/** A ticket that was read, or that came with a collection. */
export type TicketRead = Request & { what: 'ticket' | 'collection'; id: string; seen?: Seen }

/** What a wall was answered. `asOf`: when the queue was read, by Redis' clock. */
export type BoardRead = Request & { what: 'board'; wall: string; shown?: Shown }

export type Entry = { number: number; since: number }
export type Shown = {
  asOf: number
  preparing: Entry[]
  ready: Entry[]
  attention: Entry[]
  counts: { preparing: number; ready: number; attention: number }
}

/** What the queue itself tells in its stream: `active` when a cook took the order, `completed` when it was ready. */
export type QueueEvent = { what: 'event'; at: number; name: string; id: string }

export type Fault = { what: 'fault'; name: string; from: number; to: number }

/** A kitchen that cooks no more from `at` on: killed, or frozen. */
export type Death = { what: 'death'; at: number; of: string }

/** Redis answers and takes orders again from `at` on. */
export type Return = { what: 'return'; at: number; after: string }

/** What lies in Redis at the end. */
export type Stock = {
  what: 'stock'
  at: number
  ids: string[]
  /** Events that the queue ever told, by its own count; those that were read stand in `told`. */
  eventsTold: number
  eventsRead: number
}

export function emptyHistory(): History {
  return { asked: [], read: [], boards: [], told: [], faults: [], deaths: [], returns: [], stock: undefined }
}

type Note = Asked | TicketRead | BoardRead | QueueEvent | Fault | Death | Return | Stock | Remark
/** What a part said, or what a fault did: for whoever reads the log. */
type Remark =
  | { what: 'said' | 'did'; at: number; by: string; words: string }
  | { what: 'finding'; of: string; words: string; at: number; ids: string[]; timeline?: unknown[] }

/** Writes the history down as it happens: in memory for the checker, and a JSON line each in the file. */
export class Recorder {
  readonly history = emptyHistory()
  readonly path: string
  #file: ReturnType<typeof createWriteStream>

  constructor(path: string) {
    mkdirSync(dirname(path), { recursive: true })
    this.path = path
    this.#file = createWriteStream(path)
  }

  note(note: Note): void {
    this.#file.write(`${JSON.stringify(note)}\n`)
    switch (note.what) {
      case 'order':
        return void this.history.asked.push(note)
      case 'ticket':
      case 'collection':
        return void this.history.read.push(note)
      case 'board':
        return void this.history.boards.push(note)
      case 'event':
        return void this.history.told.push(note)
      case 'fault':
        return void this.history.faults.push(note)
      case 'death':
        return void this.history.deaths.push(note)
      case 'return':
        return void this.history.returns.push(note)
      case 'stock':
        this.history.stock = note
    }
  }

  close(): Promise<void> {
    return new Promise(resolve => this.#file.end(resolve))
  }
}
