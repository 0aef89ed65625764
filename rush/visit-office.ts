import { Board } from '#orders/board.ts'
import { Order } from '#orders/order.ts'
import { type Customer, LOOK_UP_MS } from './customers.ts'
import type { Evening } from './evening.ts'
import { readRefusal } from './read-refusal.ts'
import { readSlip } from './slip.ts'
import { OFFICE } from './tale-restaurants.ts'
import type { Exchange } from './visit.ts'

/**
 * Near the office: stand until a clerk is free, say the order, get a number. There the clock at the counter ends.
 * The one of the food ends when the queue has it ready: the wall tells of it some milliseconds later, which no speed makes shorter.
 */
export async function visitOffice(evening: Evening, customer: Customer): Promise<void> {
  const { name, takeMs } = customer
  const { clock, chronicle, desk, diary, open } = evening
  const side = chronicle.rush.sides.office
  const arrivedMs = clock.now()
  const leaver = { customer: name, arrivedMs }
  try {
    const order = await takeANumber()
    if (order === null) return
    const counterMs = clock.now() - arrivedMs
    side.seated.push({ customer: name, number: order.number, orderId: order.id })
    evening.numbers.set(order.number, name)
    diary.noteOrder(name, order.id)
    chronicle.say('office', `Customer ${name} gets number ${order.number} and sits down.`)

    await evening.untilReady(order.number)
    await clock.pause(LOOK_UP_MS, open)
    const collected = await collect(evening, customer, order)
    side.seated = side.seated.filter(({ customer }) => customer !== name)
    if (collected.readyAt === null) {
      chronicle.say('office', `Number ${order.number} was given up: customer ${name} sees the counter.`)
    } else {
      const foodMs = clock.at(new Date(collected.readyAt)) - arrivedMs
      chronicle.serve('office', { customer: name, arrivedMs, counterMs, foodMs })
      chronicle.say('office', `Number ${order.number} is ready: customer ${name} has the food.`)
    }
    diary.close(name, order.number, await readSlip(order.id).catch(() => null))
  } catch (error) {
    side.aside = side.aside.filter(other => other !== name)
    side.seated = side.seated.filter(({ customer }) => customer !== name)
    if (evening.stopped) return
    if (evening.closed) chronicle.walkOut('office', leaver, 'is still waiting at closing time')
    else throw error
  }

  async function takeANumber(): Promise<Order | null> {
    const clerk = await desk.stand(name, evening.patienceOf(customer))
    if (clerk === null) {
      open.throwIfAborted() // it is not patience that ended
      chronicle.walkOut('office', leaver, 'has waited long enough')
      return null
    }
    // The clerk is free once the order is said: what the server needs to write it down is no faster in a faster story.
    await clock.pause(takeMs, open).finally(() => desk.free(clerk))
    let answer = await placeOrder(evening, customer)
    while (answer.status !== 202) {
      side.sentAway += 1
      const backMs = clock.now() + clock.inStory(evening.secondsToComeBack(answer) * 1000) - arrivedMs
      if (customer.patienceMs !== null && backMs > customer.patienceMs) {
        chronicle.walkOut('office', leaver, 'hears that the kitchen has its hands full')
        return null
      }
      chronicle.say('office', `Customer ${name} is asked to come back later.`)
      side.aside.push(name)
      await evening.comeBack(answer, open)
      side.aside = side.aside.filter(other => other !== name)
      answer = await placeOrder(evening, customer)
    }
    return Order.parse(answer.body)
  }
}

async function placeOrder(evening: Evening, { name, items }: Customer) {
  const { diary, door, open } = evening
  evening.ordering += 1
  try {
    return await door.askAgain('POST', `/api/${OFFICE}/orders`, {
      headers: { 'Idempotency-Key': evening.keyOf(name) },
      body: { items },
      signal: open,
      record: exchange => diary.note('office', name, exchange),
    })
  } finally {
    evening.ordering -= 1
  }
}

async function collect(evening: Evening, { name }: Customer, { id }: Order): Promise<Order> {
  const answer = await evening.door.askAgain('POST', `/api/${OFFICE}/orders/${id}/collection`, {
    headers: { 'Idempotency-Key': evening.keyOf(name) },
    signal: evening.open,
    record: exchange => evening.diary.note('office', name, exchange),
  })
  if (answer.status !== 200) throw new Error(readRefusal(answer).words)
  return Order.parse(answer.body)
}

/** Looks at the wall as those who sit do, and tells each whose number is on it, until `open` aborts. */
export async function watchOffice(evening: Evening): Promise<void> {
  const side = evening.chronicle.rush.sides.office
  for await (const { body, poll } of evening.door.watch(`/api/${OFFICE}/board`, evening.open)) {
    const board = Board.parse(body)
    const { preparing, ready, attention } = board
    const ofThisRush = ({ since }: { since: string }) => new Date(since) >= evening.clock.startedAt
    const numbers = (list: Board['ready']) => list.filter(ofThisRush).map(({ number }) => number)
    side.wall = {
      preparing: numbers(preparing),
      ready: numbers(ready),
      attention: numbers(attention),
    }
    for (const { number } of [...ready, ...attention].filter(ofThisRush)) {
      if (poll) evening.diary.noteNews(number, () => shortenTo(number, poll, board))
      evening.callNumber(number)
    }
  }
}

/** Of a whole board, the one number that is the news. */
function shortenTo(number: number, poll: Exchange, board: Board): Exchange {
  const only = (list: Board['ready']) => list.filter(entry => entry.number === number)
  const shown: Board = {
    ...board,
    preparing: [],
    ready: only(board.ready),
    attention: only(board.attention),
  }
  const isShortened = board.preparing.length + board.ready.length + board.attention.length > 1
  return { ...poll, got: poll.got && { ...poll.got, body: JSON.stringify(shown), isShortened } }
}
