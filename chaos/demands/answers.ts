import type { Asked, BoardRead, Request, TicketRead } from '../history.ts'
import { clock, count, type Demand, type Finding } from './demand.ts'

/** A poll that is held may take so much longer than it asked to be held. */
const MOST_MS = 5_000

/** What a kiosk, a ticket and a wall may be answered, whatever happens to the parts behind. */
const FORESEEN: Record<Request['what'], number[]> = {
  order: [202, 429, 503],
  ticket: [200, 304, 404, 429, 503], // 404 is told as a lost order
  collection: [200, 409, 429, 503], // 409 is told as a step back
  board: [200, 304, 429, 503],
}

/** A request may be cut off by a fault; it may not hang, an answer is as described, and whoever goes on asking is told a number. */
export const answers: Demand = {
  what: 'answers 500, hung requests (over 5 s, held polls aside)',
  most: 0,
  judge({ asked, read, boards }) {
    const requests: (Asked | TicketRead | BoardRead)[] = [...asked, ...read, ...boards]
    const findings: Finding[] = requests.flatMap(request => {
      const wrong = whatIsWrong(request)
      return wrong ? [{ words: wrong, at: request.from, ids: [], seenIn: request }] : []
    })
    const answered = new Set(asked.flatMap(({ key, seen }) => (seen ? [key] : [])))
    const lastTries = new Map(asked.map(request => [request.key, request]))
    for (const [key, request] of lastTries) {
      if (!answered.has(key))
        findings.push({
          words: `key ${key} was never answered with an order`,
          at: request.from,
          ids: [],
          seenIn: request,
        })
    }
    return count(findings, requests.length, 'requests')
  },
}

function whatIsWrong({ what, web, from, to, held, status, trouble }: Request): string | undefined {
  const name = `${what} asked of ${web} at ${clock(from)}`
  if (to - from > held + MOST_MS) return `${name} took ${to - from} ms (${status ?? trouble})`
  if (status === undefined) return undefined
  if (!FORESEEN[what].includes(status)) return `${name} was answered ${status}`
  return trouble && `${name} was answered ${status}, ${trouble}`
}
