import type { Evening } from './evening.ts'
import { walkOutOfAnOrder } from './walk-outs.ts'
import type { Wish } from './wish.ts'

/** What the reader asks of the rush. A cook who is hired takes a moment to come. */
export async function grant(evening: Evening, wish: Wish): Promise<void> {
  if (wish.do === 'walk-out') await walkOutOfAnOrder(evening, wish.cook)
  else await hire(evening)
}

async function hire({ chronicle, clock, crew, open }: Evening): Promise<void> {
  const cook = await crew.hireOne(open)
  if (cook === undefined) return
  chronicle.rush.hires.push({ atMs: Math.round(clock.now()), cook })
  chronicle.say('office', `Cook ${cook + 1} comes to help.`)
}
