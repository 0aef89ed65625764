import { TAKE_MEAN_MS } from './customers.ts'
import type { Evening } from './evening.ts'
import { MOST_GUESTS, noteTurn } from './turns.ts'
import { walkOutOfAnOrder } from './walk-outs.ts'
import type { Wish } from './wish.ts'

/** What readers ask of the rush. A cook who is hired takes a moment to come. */
export async function grant(evening: Evening, wish: Wish): Promise<void> {
  switch (wish.do) {
    case 'hire':
      return hire(evening)
    case 'walk-out':
      return walkOutOfAnOrder(evening, wish.cook)
    case 'stand':
      return stand(evening, wish.guest)
    case 'leave':
      return evening.guests.get(wish.guest)?.abort()
  }
}

async function hire({ chronicle, clock, crew, open }: Evening): Promise<void> {
  try {
    const cook = await crew.hireOne(open)
    if (cook === undefined) return
    chronicle.rush.hires.push({ atMs: Math.round(clock.now()), cook })
    chronicle.say('office', `Cook ${cook + 1} comes to help.`)
  } catch (error) {
    if (open.aborted) return
    const why = error instanceof Error ? error.message : error
    chronicle.say('office', `A cook who was asked to help does not come: ${why}.`)
  }
}

/** Like any customer, but for the order: that is the guest's own to place, once it is said. */
async function stand({ id, clock, desk, guests, open }: Evening, guest: string): Promise<void> {
  if (desk.line.filter(person => person === 'guest').length >= MOST_GUESTS) return noteTurn(id, guest, 'full')
  const leaving = new AbortController()
  guests.set(guest, leaving)
  const signal = AbortSignal.any([open, leaving.signal])
  const clerk = await desk.stand('guest', signal)
  if (clerk === null) return
  await clock.pause(TAKE_MEAN_MS, signal).catch(() => undefined)
  desk.free(clerk)
  if (!signal.aborted) await noteTurn(id, guest, 'said')
}
