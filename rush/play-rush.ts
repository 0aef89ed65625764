import { setTimeout as sleep } from 'node:timers/promises'
import { Chronicle } from './chronicle.ts'
import { Crew } from './crew.ts'
import { announceRush, forgetRush, KNOWN_EVERYWHERE_WITHIN_MS } from './current-rush.ts'
import { type Customer, drawCustomers, drawWalkOut } from './customers.ts'
import { Door } from './door.ts'
import { Evening } from './evening.ts'
import { clearOffice, readCooks } from './office-queue.ts'
import { newRush, type Rush } from './rush.ts'
import { closesAtMs, type RushSettings } from './settings.ts'
import { StoryClock } from './story-clock.ts'
import { visitApartment, watchApartment } from './visit-apartment.ts'
import { visitOffice, watchOffice } from './visit-office.ts'
import { writeVisits } from './visits.ts'
import type { Wish } from './wish.ts'

const TELL_EVERY_MS = 100

type Play = {
  id: string
  settings: RushSettings
  /** Of the web server, which both restaurants answer at. */
  url: string
  /** Stops the rush where it is. */
  stop: AbortSignal
  /** Gets the rush as it stands, ten times a second; returns what is asked of it meanwhile. */
  tell: (rush: Rush) => Promise<Wish[]>
}

/** Plays one rush from the first customer to the last plate, for real, against both restaurants. Throws when it cannot be played, or is stopped before it begins. */
export async function playRush({ id, settings, url, stop, tell }: Play): Promise<void> {
  const customers = drawCustomers(settings)
  await clearOffice()
  await announceRush(id, settings)
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
    const evening = new Evening({ id, clock, chronicle, door, open, stop }, settings.clerks)
    chronicle.begin()

    const watching = [
      watchApartment(evening),
      watchOffice(evening),
      tellOn(evening, crew, tell),
      walkOutInTime(evening, crew, drawWalkOut(settings)),
      clock.until(closesAtMs(settings), open).then(() => closing.abort()),
    ]
    const failed = Promise.all(watching.map(unlessClosed(open))).then(() => new Promise<never>(() => {}))
    await Promise.race([customers.length > 0 ? serve(evening, customers) : waitForGuests(evening), failed])
    closing.abort()
    await Promise.allSettled(watching)
    clearTables(evening, crew)

    if (stop.aborted) chronicle.end('stopped', 'The rush was stopped.')
    else chronicle.end('done', 'Everybody has been served or has left.')
    await writeVisits(id, evening.diary.takeChanged())
    await tell(chronicle.rush)
  } finally {
    closing.abort()
    door?.close()
    await crew.sendHome()
    await forgetRush().catch(() => undefined)
  }
}

async function serve(evening: Evening, customers: Customer[]): Promise<void> {
  await Promise.all(customers.map(customer => visitBoth(evening, customer)))
  await untilGuestsAreServed(evening)
}

/** Where nobody comes by chance, the doors are open for their time, and whatever a guest left in line is left. */
async function waitForGuests({ clock, chronicle, open }: Evening): Promise<void> {
  await clock.until(chronicle.rush.endsMs, open).catch(() => undefined)
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

/** Whoever else ordered here gets the food too, before the cooks go home. */
async function untilGuestsAreServed({ chronicle, open }: Evening): Promise<void> {
  const { apartment, office } = chronicle.rush.sides
  const waits = () =>
    apartment.line.length > 0 ||
    apartment.hands.some(person => person !== null) ||
    office.wall.preparing.length > 0
  while (!open.aborted && waits())
    await sleep(TELL_EVERY_MS, undefined, { signal: open }).catch(() => undefined)
}

/** Ten times a second: who has what, as the queue has it; and the whole to whoever wants to know. */
async function tellOn(evening: Evening, crew: Crew, tell: Play['tell']): Promise<void> {
  while (!evening.closed) {
    const cooking = await readCooks().catch(() => undefined)
    if (cooking) draw(evening, crew, cooking)
    const wishes = await tell(evening.chronicle.rush).catch(() => [])
    const visits = evening.diary.takeChanged()
    await writeVisits(evening.id, visits).catch(() => evening.diary.putBack(visits))
    for (const wish of wishes) void grant(evening, crew, wish).catch(() => undefined)
    await sleep(TELL_EVERY_MS, undefined, { signal: evening.open })
  }
}

function draw(
  { chronicle, desk, numbers }: Evening,
  crew: Crew,
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
  const taken = new Set(cooking.map(({ number }) => number))
  side.queued = side.wall.preparing
    .filter(number => !taken.has(number))
    .map(number => ({ number, customer: whose(number) }))

  for (const lost of rush.walkOuts) {
    const heir = side.cooks.findIndex(
      ({ alive, number }) => alive && number !== null && number === lost.number,
    )
    if (lost.takenUpBy !== null || heir === -1) continue
    lost.takenUpBy = heir
    lost.takenUpAtMs = rush.storyMs
    chronicle.say('office', `Cook ${heir + 1} takes number ${lost.number} up.`)
  }
  chronicle.keepTime()
}

/** Nobody is left, whatever was read last. */
function clearTables(evening: Evening, crew: Crew): void {
  const { apartment, office } = evening.chronicle.rush.sides
  apartment.line = []
  apartment.hands = apartment.hands.map(() => null)
  office.wall = { preparing: [], ready: [] }
  office.seated = []
  office.aside = []
  draw(evening, crew, [])
}

/** At its time, the first cook who has an order in hand leaves it there. */
async function walkOutInTime(evening: Evening, crew: Crew, atMs: number | null): Promise<void> {
  if (atMs === null) return
  await evening.clock.until(atMs, evening.open)
  await walkOutOfAnOrder(evening, crew)
}

/** Waits until a cook, or that one, has an order in hand, and leaves it there. */
async function walkOutOfAnOrder(evening: Evening, crew: Crew, only?: number): Promise<void> {
  const may = (cook: number) => only === undefined || cook === only
  for (;;) {
    const cooking = await readCooks().catch(() => [])
    const cook = crew.cooks.findIndex(
      ({ pid, alive }, index) => may(index) && alive && cooking.some(order => order.pid === pid),
    )
    if (cook !== -1) return walkOut(evening, crew, cook, cooking)
    if (only !== undefined && !crew.cooks[only]?.alive) return
    await sleep(TELL_EVERY_MS, undefined, { signal: evening.open })
  }
}

function walkOut(
  { clock, chronicle }: Evening,
  crew: Crew,
  cook: number,
  cooking: Awaited<ReturnType<typeof readCooks>>,
): void {
  const { pid, alive } = crew.cooks[cook] ?? {}
  if (!alive) return
  const number = cooking.find(order => order.pid === pid)?.number ?? null
  crew.walkOut(cook)
  const atMs = Math.round(clock.now())
  chronicle.rush.walkOuts.push({ atMs, cook, number, takenUpAtMs: null, takenUpBy: null })
  const leaving = number === null ? 'walks out' : `walks out in the middle of number ${number}`
  chronicle.say('office', `Cook ${cook + 1} ${leaving}.`)
}

/** What the reader asks of the rush. A cook who is hired takes a moment to come. */
async function grant(evening: Evening, crew: Crew, wish: Wish): Promise<void> {
  const { chronicle, open } = evening
  if (wish.do === 'walk-out') {
    await walkOutOfAnOrder(evening, crew, wish.cook)
  } else {
    await crew.hireOne(open)
    chronicle.say('office', `Cook ${crew.cooks.length} comes to help.`)
  }
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
