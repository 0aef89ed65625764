import { setTimeout as sleep } from 'node:timers/promises'
import { Chronicle } from './chronicle.ts'
import { Crew } from './crew.ts'
import { announceRush, KNOWN_EVERYWHERE_WITHIN_MS } from './current-rush.ts'
import { type Customer, drawCustomers, drawWalkOut } from './customers.ts'
import { Door } from './door.ts'
import { Evening } from './evening.ts'
import { newSecret } from './keys.ts'
import { clearTables, reportOn } from './report.ts'
import { newRush, type Rush } from './rush.ts'
import { serveGuests } from './serve-guests.ts'
import { closesAtMs, type RushSettings } from './settings.ts'
import { StoryClock } from './story-clock.ts'
import { clearOffice } from './tidy-up.ts'
import { visitApartment, watchApartment } from './visit-apartment.ts'
import { visitOffice, watchOffice } from './visit-office.ts'
import { writeVisits } from './visits.ts'
import { walkOutInTime } from './walk-outs.ts'
import type { Wish } from './wish.ts'

type Play = {
  id: string
  settings: RushSettings
  /** Of the web server, which both restaurants answer at. */
  url: string
  /** Stops the rush where it is; with `RushLost` as the reason it has failed. */
  stop: AbortSignal
  /** Gets the rush as it stands, ten times a second; returns what is asked of it meanwhile. */
  tell: (rush: Rush) => Promise<Wish[]>
}

/** It can go on no longer, and the message says why. */
export class RushLost extends Error {}

/** Plays one rush from the first customer to the last plate, for real, against both restaurants. Throws when it cannot be played, or is stopped before it begins. */
export async function playRush({ id, settings, url, stop, tell }: Play): Promise<void> {
  const customers = drawCustomers(settings)
  const secret = newSecret()
  await clearOffice()
  await announceRush({ id, settings, secret })
  await tell(newRush(id, settings, customers.length))
  stop.throwIfAborted()
  const crew = await Crew.hire(settings.cooks, stop)
  const closing = new AbortController()
  let door: Door | undefined
  try {
    await sleep(2 * KNOWN_EVERYWHERE_WITHIN_MS, undefined, { signal: stop })
    const clock = new StoryClock(settings.speed)
    door = new Door(url, clock)
    const chronicle = new Chronicle(newRush(id, settings, customers.length), clock)
    const open = AbortSignal.any([stop, closing.signal])
    const { clerks } = settings
    const evening = new Evening({ id, secret, clerks, clock, chronicle, door, crew, open, stop })
    chronicle.begin()

    const watching = [
      watchApartment(evening),
      watchOffice(evening),
      reportOn(evening, tell),
      walkOutInTime(evening, drawWalkOut(settings)),
      clock.until(closesAtMs(settings), open).then(() => closing.abort()),
    ]
    const failed = Promise.all(watching.map(unlessClosed(open))).then(() => new Promise<never>(() => {}))
    await Promise.race([serve(evening, customers), failed])
    closing.abort()
    await Promise.allSettled(watching)
    clearTables(evening)

    if (stop.reason instanceof RushLost) throw stop.reason
    if (stop.aborted) chronicle.end('stopped', 'The rush was stopped.')
    else chronicle.end('done', 'Everybody has been served or has left.')
    await writeVisits(id, evening.diary.takeChanged())
    await tell(chronicle.rush)
  } finally {
    closing.abort()
    door?.close()
    await crew.sendHome()
  }
}

/** Where nobody comes by chance, the doors are open for guests, for their time. */
async function serve(evening: Evening, customers: Customer[]): Promise<void> {
  const { clock, chronicle, open } = evening
  if (customers.length > 0) await Promise.all(customers.map(customer => visitBoth(evening, customer)))
  else await clock.until(chronicle.rush.endsMs, open).catch(() => undefined)
  await serveGuests(evening)
}

async function visitBoth(evening: Evening, customer: Customer): Promise<void> {
  const { clock, chronicle, open } = evening
  await clock.until(customer.arrivesAtMs, open).catch(() => undefined)
  if (evening.closed) return
  chronicle.rush.customers.arrived += 1
  evening.diary.come(customer.name)
  chronicle.say('both', `Customer ${customer.name} comes in and wants ${portions(customer.portions)}.`)
  await Promise.all([visitApartment(evening, customer), visitOffice(evening, customer)])
}

/** What is watched ends with the evening; only what fails before is a failure. */
function unlessClosed(open: AbortSignal): (watch: Promise<void>) => Promise<void> {
  return watch =>
    watch.catch((error: Error) => {
      if (!open.aborted) throw error
    })
}

function portions(count: number): string {
  return count === 1 ? 'one portion' : `${count} portions`
}
