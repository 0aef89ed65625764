import { Order } from '#orders/order.ts'
import type { Customer } from './customers.ts'
import type { Evening } from './evening.ts'
import { Crowd } from './rush.ts'
import { APARTMENT } from './tale-restaurants.ts'
import type { Exchange } from './visit.ts'

/**
 * Near the apartment the answer is the food, so both clocks end with it. Who has no patience left closes the connection,
 * unless their turn has come.
 */
export async function visitApartment(evening: Evening, customer: Customer): Promise<void> {
  const { name, items, patienceMs } = customer
  const { clock, chronicle, diary, door, open } = evening
  const leaving = new AbortController()
  const seated = new AbortController()
  const arrivedMs = clock.now()
  const leaver = { customer: name, arrivedMs }
  if (patienceMs !== null) void leaveAfter(evening, { name, patienceMs }, leaving, seated.signal)
  try {
    const answer = await orderUntilServed()
    const servedMs = clock.now() - arrivedMs
    Order.parse(answer.body)
    chronicle.serve('apartment', { customer: name, arrivedMs, counterMs: servedMs, foodMs: servedMs })
    chronicle.say('apartment', `Customer ${name} has the food and sits down.`)
  } catch (error) {
    if (leaving.signal.aborted) chronicle.walkOut('apartment', leaver, 'has waited long enough')
    else if (evening.stopped) return
    else if (evening.closed) chronicle.walkOut('apartment', leaver, 'is still in line at closing time')
    else throw error
  } finally {
    seated.abort()
  }

  /** A line that is full asks people to come back, and keeps no place for them. */
  async function orderUntilServed() {
    const signal = AbortSignal.any([open, leaving.signal])
    const ask = {
      headers: { 'Idempotency-Key': evening.keyOf(name) },
      body: { items },
      signal,
      record: (exchange: Exchange) => diary.note('apartment', name, exchange),
    }
    for (;;) {
      const answer = await door.ask('POST', `/api/${APARTMENT}/orders`, ask).catch(loseThePlace)
      if (answer.status === 200) return answer
      await evening.comeBack(answer, signal)
    }
  }
}

/** Who ordered anew would stand at the end, and the clocks would tell of that. */
function loseThePlace(cause: unknown): never {
  throw new Error(
    'A connection near the apartment broke, and with it a place in line that is kept nowhere else.',
    {
      cause,
    },
  )
}

async function leaveAfter(
  { clock, chronicle }: Evening,
  { name, patienceMs }: { name: number; patienceMs: number },
  leaving: AbortController,
  seated: AbortSignal,
): Promise<void> {
  await clock.pause(patienceMs, seated).catch(() => undefined)
  const beingServed = chronicle.rush.sides.apartment.hands.includes(name)
  if (!seated.aborted && !beingServed) leaving.abort(new Error(`customer ${name} left`))
}

/** Keeps the picture of the line and the clerks as the counter has them, until `open` aborts. */
export async function watchApartment({ chronicle, door, open }: Evening): Promise<void> {
  const side = chronicle.rush.sides.apartment
  for await (const { body } of door.watch('/api/tale/crowd', open)) {
    const { line, hands } = Crowd.parse(body)
    side.line = line
    side.hands = hands
    side.hadGuests ||= [...line, ...hands].includes('guest')
  }
}
