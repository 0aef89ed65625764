import { setTimeout as sleep } from 'node:timers/promises'
import { logNowAndThen } from '#orders/redis.ts'
import type { Evening } from './evening.ts'
import { grant } from './grant.ts'
import { readCooks } from './office-queue.ts'
import type { Rush } from './rush.ts'
import { writeVisits } from './visits.ts'
import { noteHeirs } from './walk-outs.ts'
import type { Wish } from './wish.ts'

const TELL_EVERY_MS = 100

/** Ten times a second: who has what, as the queue has it; and the whole to whoever wants to know. */
export async function reportOn(evening: Evening, tell: (rush: Rush) => Promise<Wish[]>): Promise<void> {
  const complain = logNowAndThen('rush')
  while (!evening.closed) {
    const cooking = await readCooks().catch(() => undefined)
    if (cooking) look(evening, cooking)
    const wishes = await tell(evening.chronicle.rush).catch(() => [])
    const visits = evening.diary.takeChanged()
    await writeVisits(evening.id, visits).catch(() => evening.diary.putBack(visits))
    for (const wish of wishes) {
      void grant(evening, wish).catch(error => {
        if (!evening.closed) complain(error)
      })
    }
    await sleep(TELL_EVERY_MS, undefined, { signal: evening.open })
  }
}

/** Nobody is left, whatever was read last. */
export function clearTables(evening: Evening): void {
  const { apartment, office } = evening.chronicle.rush.sides
  apartment.line = []
  apartment.hands = apartment.hands.map(() => null)
  office.wall = { preparing: [], ready: [], attention: [] }
  office.seated = []
  office.aside = []
  look(evening, [])
}

/** Brings the office up to date: the line and the clerks are the rush's own, the rest is as the queue has it. */
function look(
  { chronicle, crew, desk, numbers, ordering }: Evening,
  cooking: Awaited<ReturnType<typeof readCooks>>,
): void {
  const { rush } = chronicle
  const side = rush.sides.office
  const whose = (number: number) => numbers.get(number) ?? 'guest'
  side.line = desk.line
  side.clerks = [...desk.clerks]
  side.cooks = crew.cooks.map(({ pid, alive }) => {
    const number = cooking.find(order => order.pid === pid)?.number ?? null
    return { alive, pid, number, customer: number === null ? null : whose(number) }
  })
  const { preparing, ready, attention } = side.wall
  side.hadGuests ||= ordering === 0 && [...preparing, ...ready, ...attention].some(it => !numbers.has(it))
  const taken = new Set(cooking.map(({ number }) => number))
  side.queued = side.wall.preparing
    .filter(number => !taken.has(number))
    .map(number => ({ number, customer: whose(number) }))
  noteHeirs(chronicle)
  chronicle.keepTime()
}
