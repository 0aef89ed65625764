import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from '#chaos/check.ts'
import { waitForFlow } from '#chaos/demands/flows-again.ts'
import { waitsAfter } from '#chaos/demands/taken-up.ts'
import { type Asked, type BoardRead, emptyHistory, type History, type QueueEvent } from '#chaos/history.ts'
import {
  BOARD_EVERY_MS,
  idOf,
  keyOf,
  type Life,
  MORNING,
  quietDay,
  seenAt,
} from '#tests/support/quiet-day.ts'

const KITCHEN_DIED_AT = 2_200
const REDIS_WAS_BACK_AT = 12_000

/** The third order was in hand when a kitchen died, and was cooked again ten seconds later; then Redis went away and came back. */
const LIVES: Life[] = [
  { number: 1, placedAt: 1_000, takenAt: [1_100], readyAt: 1_500, collectedAt: 1_900 },
  { number: 2, placedAt: 1_500, takenAt: [1_600], readyAt: 2_400, collectedAt: 3_000 },
  { number: 3, placedAt: 2_000, takenAt: [2_100, 12_100], readyAt: 13_000, collectedAt: 14_000 },
  { number: 4, placedAt: 12_100, takenAt: [12_300], readyAt: 13_100, collectedAt: 14_500 },
  { number: 5, placedAt: 12_700, takenAt: [13_200], readyAt: 14_000, collectedAt: 15_000 },
  { number: 6, placedAt: 13_000, takenAt: [13_300], readyAt: 14_200, collectedAt: 15_100 },
]

const LOST = 'acknowledged orders never ready'
const UNPLACED = 'orders on the board that no one placed'
const ONE_KEY = 'one key, two orders'
const ONE_NUMBER = 'one number held by two orders at once'
const BACKWARDS = 'a status that went backwards'
const TWICE = "an order's portions served twice (ready announced twice)"
const BOARD = 'an order missing from a board that its ticket says is on it, or there twice'
const ANSWERS = 'answers 500, hung requests (over 5 s, held polls aside)'
const TAKEN_UP = "time from a kitchen's death until its order is cooked again"
const FLOWS = "time from Redis' return until orders flow again"

function eventfulDay(lives = LIVES): History {
  const history = quietDay(lives)
  history.deaths.push({ what: 'death', at: MORNING + KITCHEN_DIED_AT, of: 'kitchen 1' })
  history.returns.push({ what: 'return', at: MORNING + REDIS_WAS_BACK_AT, after: 'a kill' })
  return history
}

/** The names of the lines that do not hold. */
function objections(history: History): string[] {
  return check(history).flatMap(({ what, holds }) => (holds ? [] : [what]))
}

test('a day on which all went well passes, and each line had something to look at', () => {
  const rows = check(eventfulDay())
  assert.deepEqual(
    rows.map(({ what, findings, holds }) => ({ what, findings, holds })),
    [LOST, UNPLACED, ONE_KEY, ONE_NUMBER, BACKWARDS, TWICE, BOARD, ANSWERS, TAKEN_UP, FLOWS].map(what => ({
      what,
      findings: [],
      holds: true,
    })),
  )
  assert.deepEqual(
    rows.slice(-2).map(({ found }) => found),
    [9_900, 1_000],
  )
})

test('what was not looked at does not pass', () => {
  const history = eventfulDay()
  history.deaths = []
  history.returns = []
  assert.deepEqual(objections(history), [TAKEN_UP, FLOWS])
})

test('an order that was promised and never ready is found', () => {
  const history = eventfulDay()
  const [last] = LIVES.slice(-1)
  assert.ok(last)
  for (const read of history.read) {
    if (read.id === idOf(last.number))
      read.seen = seenAt({ ...last, readyAt: 90_000, collectedAt: 91_000 }, 0)
  }
  history.boards = history.boards.filter(({ shown }) => shown && shown.asOf < MORNING + last.readyAt)
  assert.deepEqual(objections(history), [LOST])
})

for (const [words, change] of [
  ['needs a person', { status: 'attention' }],
  ['is still being prepared', { status: 'preparing' }],
  ['was handed over without ever being ready', { status: 'collected', readyAt: null }],
] as const) {
  test(`an order that ${words} at the end is found`, () => {
    const history = eventfulDay()
    const last = history.read.findLast(({ id }) => id === idOf(6))
    assert.ok(last?.seen)
    Object.assign(last.seen, change)
    assert.ok(objections(history).includes(LOST))
  })
}

test('an order whose ticket is gone is found', () => {
  const history = eventfulDay()
  const from = MORNING + 20_000
  history.read.push({ what: 'ticket', web: 'web 1', id: idOf(2), from, to: from + 5, held: 0, status: 404 })
  assert.deepEqual(objections(history), [LOST])
})

test('an order that is not in Redis at the end is found', () => {
  const history = eventfulDay()
  assert.ok(history.stock)
  history.stock.ids = history.stock.ids.filter(id => id !== idOf(2))
  assert.deepEqual(objections(history), [LOST])
})

test('an order that nobody could look at when all was quiet is found, however well it was before', () => {
  const history = eventfulDay()
  const last = history.read.findLast(({ id }) => id === idOf(2))
  assert.ok(last)
  delete last.seen
  last.status = 503
  assert.deepEqual(objections(history), [LOST])
})

test('a number on the board that no order has is found', () => {
  const history = eventfulDay()
  const [board] = history.boards.filter(({ shown }) => shown?.preparing.length === 0)
  board?.shown?.preparing.push({ number: 99, since: MORNING })
  if (board?.shown) board.shown.counts.preparing = 1
  assert.deepEqual(objections(history), [UNPLACED])
})

test('a number on the board since a moment at which it was not placed is found', () => {
  const history = eventfulDay()
  const entry = history.boards.flatMap(({ shown }) => shown?.preparing ?? [])[0]
  assert.ok(entry)
  entry.since -= 1
  assert.deepEqual(objections(history), [UNPLACED])
})

test('an order in the queue that nobody placed is found', () => {
  const history = eventfulDay()
  history.stock?.ids.push(idOf(77))
  assert.deepEqual(objections(history), [UNPLACED])
})

test('an event of an order that nobody placed is found', () => {
  const history = eventfulDay()
  history.told.push({ what: 'event', at: MORNING + 16_000, name: 'completed', id: idOf(77) })
  assert.ok(history.stock)
  history.stock.eventsTold += 1
  history.stock.eventsRead += 1
  assert.deepEqual(objections(history), [UNPLACED])
})

test('a day at whose end nobody looked into Redis does not pass', () => {
  const history = eventfulDay()
  history.stock = undefined
  assert.deepEqual(objections(history), [UNPLACED])
})

test('one key that was answered with two orders is found', () => {
  const history = eventfulDay()
  for (const asked of history.asked) if (asked.seen?.number === 5) asked.key = keyOf(4)
  assert.deepEqual(objections(history), [ONE_KEY])
})

test('one order that answers to two keys is found', () => {
  const history = eventfulDay()
  const [first] = history.asked
  assert.ok(first)
  history.asked.push({ ...first, key: 'the key of somebody else' })
  assert.deepEqual(objections(history), [ONE_KEY])
})

test('a key that was twice told of a new order is found', () => {
  const history = eventfulDay()
  const again = history.asked.find(({ replayed }) => replayed)
  assert.ok(again)
  again.replayed = false
  assert.deepEqual(objections(history), [ONE_KEY])
})

test('a key that has an order and is told that the line is full is found; before it had one it is not', () => {
  const [life] = LIVES
  assert.ok(life)
  for (const [from, found] of [
    [MORNING + life.placedAt, []],
    [MORNING + life.placedAt + 1, [ONE_KEY]],
  ] as const) {
    const history = eventfulDay()
    const answer = { what: 'order', web: 'web 1', held: 0, status: 503, replayed: false } as const
    history.asked.push({ ...answer, from, to: from + 5, key: keyOf(life.number), outcome: 'full' })
    assert.deepEqual(objections(history), found)
  }
})

test('an order whose number is another when it is asked for again is found', () => {
  const history = eventfulDay()
  const again = history.asked.find(({ replayed }) => replayed)
  assert.ok(again?.seen)
  again.seen = { ...again.seen, number: 12 }
  assert.deepEqual(objections(history), [ONE_KEY])
})

test('an order whose number changed is found', () => {
  const history = eventfulDay()
  const read = history.read.find(({ seen }) => seen?.number === 2)
  assert.ok(read?.seen)
  read.seen = { ...read.seen, number: 12 }
  assert.deepEqual(objections(history), [ONE_KEY])
})

/** Another order gets the number of the first at this moment, and is not on any board of the day. */
function giveAgain(history: History, placedAt: number): void {
  const later = quietDay([
    { number: 1, placedAt, takenAt: [placedAt + 100], readyAt: placedAt + 500, collectedAt: placedAt + 900 },
  ])
  const rename = <T>(value: T): T => JSON.parse(JSON.stringify(value).replaceAll(idOf(1), idOf(101)))
  history.asked.push(...rename(later.asked).map(asked => ({ ...asked, key: keyOf(101) })))
  history.read.push(...rename(later.read))
  history.told.push(...rename(later.told))
  history.boards.push(...later.boards.filter(({ from }) => from > MORNING + 60_000))
  assert.ok(history.stock)
  history.stock.ids.push(idOf(101))
  history.stock.eventsTold += later.told.length
  history.stock.eventsRead += later.told.length
}

test('a number that was given again too early is found, and half an hour after it was collected it is not', () => {
  const freeAt = 1_900 + 30 * 60_000
  for (const [placedAt, found] of [
    [freeAt - 1, [ONE_NUMBER]],
    [freeAt, []],
  ] as const) {
    const history = eventfulDay()
    giveAgain(history, placedAt)
    assert.deepEqual(objections(history), found)
  }
})

test('a number that nobody came for is held for as long after its minute on the wall', () => {
  const freeAt = 1_500 + 60_000 + 30 * 60_000
  for (const [placedAt, found] of [
    [freeAt - 1, [ONE_NUMBER]],
    [freeAt, []],
  ] as const) {
    const history = eventfulDay()
    for (const { id, seen } of history.read) {
      if (id === idOf(1) && seen?.status === 'collected')
        Object.assign(seen, { status: 'missed', collectedAt: null })
    }
    giveAgain(history, placedAt)
    assert.deepEqual(objections(history), found)
  }
})

test('a number that two orders have while both are prepared is found', () => {
  const history = eventfulDay()
  for (const { id, seen } of history.read) {
    if (id === idOf(1) && seen)
      Object.assign(seen, { status: 'preparing', done: 0, readyAt: null, collectedAt: null })
  }
  giveAgain(history, 1_900 + 40 * 60_000)
  assert.ok(objections(history).includes(ONE_NUMBER))
})

test('a ticket that went from ready to preparing is found', () => {
  const history = eventfulDay()
  const [life] = LIVES
  const reads = history.read.filter(({ seen }) => seen?.number === 1 && seen.status === 'ready')
  const last = reads.at(-1)
  assert.ok(life && last)
  last.seen = seenAt(life, life.placedAt)
  assert.deepEqual(objections(history), [BACKWARDS])
})

test('a ticket that went from collected to ready is found', () => {
  const history = eventfulDay()
  const last = history.read.filter(({ seen }) => seen?.number === 1).at(-1)
  assert.ok(last?.seen)
  last.seen = { ...last.seen, status: 'ready', collectedAt: null }
  assert.ok(objections(history).includes(BACKWARDS))
})

for (const [before, after] of [
  ['missed', 'ready'],
  ['collected', 'missed'],
  ['ready', 'attention'],
  ['attention', 'preparing'],
  ['attention', 'ready'],
  ['attention', 'missed'],
] as const) {
  test(`a ticket that went from ${before} to ${after} is found`, () => {
    const history = eventfulDay()
    history.boards = []
    const [first, second] = history.read.filter(({ id }) => id === idOf(5))
    assert.ok(first?.seen && second?.seen)
    first.seen.status = before
    second.seen.status = after
    const words = check(history).find(({ what }) => what === BACKWARDS)?.findings[0]?.words
    assert.match(words ?? '', new RegExp(`${before} .* and ${after}`))
  })
}

test('a board on which a ready number went back to preparing is found', () => {
  const history = eventfulDay()
  const board = history.boards.filter(({ shown }) => shown?.ready[0]?.number === 2).at(-1)?.shown
  assert.ok(board)
  board.preparing.unshift({ number: 2, since: MORNING + 1_500 })
  board.ready = board.ready.filter(({ number }) => number !== 2)
  board.counts = { preparing: board.preparing.length, ready: board.ready.length, attention: 0 }
  assert.deepEqual(objections(history), [BACKWARDS])
})

/** In turn from two web processes, of which one reads `behindMs` after the other: every other answer is the board of so long before. */
function reachBothInTurn(history: History, behindMs: number): BoardRead[] {
  const looks = history.boards.filter(({ web }) => web === 'web 1')
  const shown = looks.map(look => look.shown)
  for (const [index, look] of looks.entries()) {
    const old = shown[index - behindMs / BOARD_EVERY_MS]
    if (old && index % 2) Object.assign(look, { web: 'web 2', shown: old })
  }
  return looks
}

for (const behindMs of [1_900, 2 * BOARD_EVERY_MS]) {
  test(`a wall that every other time is shown what was ${behindMs} ms before is found`, () => {
    const history = eventfulDay()
    reachBothInTurn(history, behindMs)
    assert.deepEqual(objections(history), [BACKWARDS])
  })
}

test('a wall that is always behind, and one that is shown the same moment again, do not go back', () => {
  const behind = eventfulDay()
  const looks = behind.boards.filter(({ web }) => web === 'web 2')
  const shown = looks.map(look => look.shown)
  for (const [index, look] of looks.entries()) look.shown = shown[Math.max(0, index - 38)]
  assert.deepEqual(objections(behind), [])

  const again = eventfulDay()
  reachBothInTurn(again, BOARD_EVERY_MS)
  assert.deepEqual(objections(again), [])
})

test('a wall that holds the newest board, and is told that it is of an earlier moment, is found', () => {
  const history = eventfulDay()
  const look = history.boards.find(({ from }) => from > MORNING + 8_000)
  assert.ok(look?.shown)
  look.status = 304
  look.shown.asOf -= 2 * BOARD_EVERY_MS
  assert.deepEqual(objections(history), [BACKWARDS])
})

test('a wall whose older answer was asked for before it had the newer one did not go back', () => {
  const history = eventfulDay()
  const looks = history.boards.filter(({ web }) => web === 'web 1')
  const [before, after] = looks.slice(40, 42)
  assert.ok(before && after)
  const { shown } = before
  before.shown = after.shown
  after.shown = shown
  before.to = after.to
  after.from = before.to
  assert.deepEqual(objections(history), [])

  after.from += 1
  assert.deepEqual(objections(history), [BACKWARDS])
})

test('a ticket that tells of fewer portions than before is found', () => {
  const history = eventfulDay()
  const [first, second] = history.read.filter(({ seen }) => seen?.number === 3)
  assert.ok(first?.seen && second?.seen)
  first.seen = { ...first.seen, done: 2 }
  second.seen = { ...second.seen, done: 1 }
  assert.deepEqual(objections(history), [BACKWARDS])
})

test('food that is refused to a customer who saw it ready is found', () => {
  const history = eventfulDay()
  const from = MORNING + 1_700
  history.read.push({
    what: 'collection',
    web: 'web 1',
    id: idOf(1),
    from,
    to: from + 5,
    held: 0,
    status: 409,
  })
  assert.deepEqual(objections(history), [BACKWARDS])
})

test('food that is refused while it is being prepared is no step back', () => {
  const history = eventfulDay()
  const from = MORNING + 1_300
  const refused = { what: 'collection', web: 'web 1', id: idOf(1), held: 0, status: 409 } as const
  history.read.push({ ...refused, from, to: from + 5 })
  assert.deepEqual(objections(history), [])
})

test('looks whose times overlap have no order, so none of them went back', () => {
  const history = eventfulDay()
  const [life] = LIVES
  const [read] = history.read
  assert.ok(life && read)
  const slow = { ...read, from: MORNING + life.readyAt - 1, to: MORNING + life.collectedAt - 1 }
  history.read.push({ ...slow, seen: seenAt(life, life.placedAt) })
  assert.deepEqual(objections(history), [])

  history.read.push({ ...slow, from: slow.from + 2, seen: seenAt(life, life.placedAt) })
  assert.deepEqual(objections(history), [BACKWARDS])
})

test('an order that was announced twice is found', () => {
  const history = eventfulDay()
  history.told.push({ what: 'event', at: MORNING + 16_000, name: 'completed', id: idOf(3) })
  if (history.stock) {
    history.stock.eventsTold += 1
    history.stock.eventsRead += 1
  }
  assert.deepEqual(objections(history), [TWICE])
})

test('an order that is ready since another moment than before is found', () => {
  const history = eventfulDay()
  const read = history.read.findLast(({ seen }) => seen?.number === 2)
  if (read?.seen?.readyAt) read.seen = { ...read.seen, readyAt: read.seen.readyAt + 1 }
  assert.deepEqual(objections(history), [TWICE])
})

test('a board on which an order is ready since another moment than on its ticket is found', () => {
  const history = eventfulDay()
  const entry = history.boards.flatMap(({ shown }) => shown?.ready ?? []).find(({ number }) => number === 2)
  assert.ok(entry)
  entry.since += 1
  assert.deepEqual(objections(history), [TWICE])
})

test('events of the queue that were missed are found: nobody knows what they told', () => {
  const history = eventfulDay()
  if (history.stock) history.stock.eventsTold += 1
  assert.deepEqual(objections(history), [TWICE])
})

for (const list of ['preparing', 'ready'] as const) {
  test(`an order that is missing among the ${list} on one board is found`, () => {
    const history = eventfulDay()
    const boards = history.boards.filter(({ shown }) => shown?.[list].some(({ number }) => number === 2))
    const board = boards[boards.length >> 1]?.shown
    assert.ok(board)
    board[list] = board[list].filter(({ number }) => number !== 2)
    board.counts[list] = board[list].length
    assert.deepEqual(objections(history), [BOARD])
  })
}

test('the one that is ready for longest is missed like any other while there is room', () => {
  const history = eventfulDay()
  const board = history.boards.find(({ shown }) => shown?.ready.length === 2)?.shown
  assert.ok(board)
  board.ready.pop()
  board.counts.ready = 1
  assert.deepEqual(objections(history), [BOARD])
})

test('a look that took until after the order was handed over says nothing of the boards of that time', () => {
  const history = eventfulDay()
  const [life] = LIVES
  const read = history.read.find(({ seen }) => seen?.number === 1 && seen.status === 'ready')
  assert.ok(life && read)
  history.read.push({ ...read, to: MORNING + life.collectedAt + 500 })
  assert.deepEqual(objections(history), [])
})

test('an order that is missing among those that need a person on one board is found', () => {
  const history = eventfulDay()
  needsAPerson(history, 6)
  assert.deepEqual(objections(history), [LOST])

  const board = history.boards.findLast(({ shown }) => shown?.attention.length === 1)?.shown
  assert.ok(board)
  board.attention = []
  board.counts.attention = 0
  assert.deepEqual(objections(history), [LOST, BOARD])
})

/** What was ready is not, and stays so until it is handed over. */
function needsAPerson(history: History, number: number): void {
  for (const { seen } of history.read) {
    if (seen?.number !== number) continue
    if (seen.status === 'ready') Object.assign(seen, { status: 'attention', done: 0 })
    seen.readyAt = null
  }
  for (const event of history.told) {
    if (event.id === idOf(number) && event.name === 'completed') event.name = 'failed'
  }
  for (const { shown } of history.boards) {
    if (!shown) continue
    const { ready, counts } = shown
    shown.ready = ready.filter(entry => entry.number !== number)
    shown.attention = ready.filter(entry => entry.number === number)
    shown.counts = { ...counts, ready: shown.ready.length, attention: shown.attention.length }
  }
}

for (const walls of [['web 2'], ['web 1', 'web 2']]) {
  test(`a board of ${walls.join(' and ')} that never moves on is found`, () => {
    const history = eventfulDay()
    for (const web of walls) {
      const looks = history.boards.filter(board => board.web === web)
      const shown = looks[30]?.shown
      assert.ok(shown)
      for (const look of looks.slice(30)) look.shown = shown
    }
    assert.deepEqual(objections(history), [BOARD])
  })
}

test('a board may have been read two seconds before it was asked for, and no longer', () => {
  for (const [ms, found] of [
    [2_000, []],
    [2_001, [BOARD]],
  ] as const) {
    const history = eventfulDay()
    const last = history.boards.at(-1)
    assert.ok(last?.shown)
    last.from = last.shown.asOf + ms
    assert.deepEqual(objections(history), found)
  }
})

test('a board of a time to come is found', () => {
  const history = eventfulDay()
  const [board] = history.boards
  assert.ok(board?.shown)
  board.shown.asOf = board.to
  assert.deepEqual(objections(history), [])
  board.shown.asOf = board.to + 1
  assert.deepEqual(objections(history), [BOARD])
})

test('a wall that gets no board at the end is found', () => {
  const history = eventfulDay()
  const last = history.boards.at(-1)
  assert.ok(last)
  delete last.shown
  last.status = 503
  assert.deepEqual(objections(history), [BOARD])
})

test('an order that is on one board twice is found', () => {
  const history = eventfulDay()
  const board = history.boards.find(({ shown }) => shown?.ready[0]?.number === 4)?.shown
  const [entry] = board?.ready ?? []
  assert.ok(board && entry)
  board.ready.push(entry)
  board.counts.ready += 1
  assert.deepEqual(objections(history), [BOARD])
})

test('a board that counts more than it lists, though there is room, is found', () => {
  const history = eventfulDay()
  const board = history.boards.find(({ shown }) => shown?.ready.length === 1)?.shown
  assert.ok(board)
  board.counts.ready = 2
  assert.deepEqual(objections(history), [BOARD])
})

test('an order past the end of a full list is not missed', () => {
  const crowd = Array.from({ length: 130 }, (_, index) => ({
    number: index + 1,
    placedAt: 1_000 + index,
    takenAt: [14_000],
    readyAt: 16_000 + index,
    collectedAt: 20_000 + index,
  }))
  const history = eventfulDay(crowd)
  for (const { shown } of history.boards) {
    shown?.preparing.splice(100)
    shown?.ready.splice(100)
  }
  assert.deepEqual(
    objections(history).filter(what => what === BOARD),
    [],
  )

  const full = history.boards.find(({ shown }) => shown?.preparing.length === 100)?.shown
  full?.preparing.splice(50, 1, { number: 101, since: MORNING + 1_100 })
  assert.ok(objections(history).includes(BOARD))
})

test('an answer 500 is found', () => {
  const history = eventfulDay()
  const [board] = history.boards
  if (board) board.status = 500
  assert.deepEqual(objections(history), [ANSWERS])
})

for (const [what, status, found] of [
  ['order', 500, [ANSWERS]],
  ['order', 422, [ANSWERS]],
  ['ticket', 500, [ANSWERS]],
  ['collection', 500, [ANSWERS]],
  ['collection', 404, [LOST, ANSWERS]],
] as const) {
  test(`an answer ${status} to ${what === 'order' ? 'an order' : `a ${what}`} is found`, () => {
    const history = eventfulDay()
    const from = MORNING + 14_400
    const answer = { web: 'web 1', from, to: from + 5, held: 0, status } as const
    if (what === 'order')
      history.asked.push({ ...answer, what, key: keyOf(4), outcome: 'unknown', replayed: false })
    else history.read.push({ ...answer, what, id: idOf(4) })
    assert.deepEqual(objections(history), found)
  })
}

test('an answer that is not as described is found', () => {
  const history = eventfulDay()
  const [read] = history.read
  if (read) read.trouble = 'not as described'
  assert.deepEqual(objections(history), [ANSWERS])
})

test('a request that hung is found; a poll that was held is not', () => {
  for (const [held, found] of [
    [0, [ANSWERS]],
    [5_000, []],
  ] as const) {
    const history = eventfulDay()
    const read = history.read.findLast(({ seen }) => seen?.number === 1)
    if (read) {
      read.held = held
      read.to = read.from + 5_001
    }
    assert.deepEqual(objections(history), found)
  }
})

test('a customer who was never told a number is found', () => {
  const history = eventfulDay()
  const [asked] = history.asked
  assert.ok(asked)
  const { seen: _, status: __, ...unanswered } = asked
  history.asked.push({ ...unanswered, key: 'a key', outcome: 'unknown', trouble: 'no answer' })
  assert.deepEqual(objections(history), [ANSWERS])
})

test('an order that a dead kitchen had in hand and that was taken up too late is found', () => {
  const late = LIVES.map(life => (life.number === 3 ? { ...life, takenAt: [2_100, 17_201] } : life))
  const lives = late.map(life =>
    life.number === 3 ? { ...life, readyAt: 18_000, collectedAt: 19_000 } : life,
  )
  assert.deepEqual(objections(eventfulDay(lives)), [TAKEN_UP])
})

test('an order that a dead kitchen had in hand and that nobody took up is found', () => {
  const history = eventfulDay()
  history.told = history.told.filter(({ id, at }) => id !== idOf(3) || at < MORNING + KITCHEN_DIED_AT)
  const { holds, findings } = check(history).find(({ what }) => what === TAKEN_UP) ?? {}
  assert.equal(holds, false)
  assert.match(findings?.[0]?.words ?? '', /taken up never/)
})

for (const name of ['completed', 'failed', 'waiting', 'stalled', 'delayed']) {
  test(`an order that was ${name} before a kitchen died was in nobody's hands`, () => {
    const told = [event(0, 'active'), event(1, name)]
    assert.deepEqual(waitsAfter({ ...emptyHistory(), told }, 2), [])
    told.push(event(2, 'active'), event(50, 'active'))
    assert.deepEqual(waitsAfter({ ...emptyHistory(), told }, 2), [{ id: idOf(1), ms: 48 }])
  })
}

test('an order in hand when a kitchen dies is in good hands when it is taken anew, or ready, and not before', () => {
  const told = [event(0, 'active'), event(5, 'stalled'), event(6, 'waiting'), event(7, 'progress')]
  assert.deepEqual(waitsAfter({ ...emptyHistory(), told }, 2), [{ id: idOf(1), ms: undefined }])
  for (const name of ['active', 'completed']) {
    const taken = [...told, event(9, name), event(12, name)]
    assert.deepEqual(waitsAfter({ ...emptyHistory(), told: taken }, 2), [{ id: idOf(1), ms: 7 }])
  }
  const other = [
    event(1, 'active', 2),
    ...told,
    event(9, 'active'),
    event(12, 'active'),
    event(15, 'active', 2),
  ]
  assert.deepEqual(
    waitsAfter({ ...emptyHistory(), told: other.sort((a, b) => a.at - b.at) }, 2).map(({ ms }) => ms),
    [7, 13],
    'the first time counts',
  )
})

function event(at: number, name: string, number = 1): QueueEvent {
  return { what: 'event', at, name, id: idOf(number) }
}

test('orders that flow again too late, or at one web process alone, are found', () => {
  const late = eventfulDay()
  late.returns = [{ what: 'return', at: MORNING + 3_000, after: 'a kill' }]
  assert.deepEqual(objections(late), [FLOWS])

  const half = eventfulDay()
  for (const asked of half.asked) if (asked.from > MORNING + REDIS_WAS_BACK_AT) asked.web = 'web 1'
  assert.deepEqual(objections(half), [FLOWS])
})

test('a web process that says that the line is full is back, if it takes orders later', () => {
  const answer = { what: 'order', web: 'web 1', held: 0, replayed: false } as const
  const full = { ...answer, from: 90, to: 100, status: 503, key: 'sent away', outcome: 'full' } as const
  const taken = {
    ...answer,
    from: 8_990,
    to: 9_000,
    status: 202,
    key: 'taken',
    outcome: 'acknowledged',
  } as const
  const told = [event(200, 'completed')]
  assert.equal(waitForFlow({ ...emptyHistory(), asked: [full, taken], told }, 0), 200)
  assert.equal(waitForFlow({ ...emptyHistory(), asked: [taken], told }, 0), 9_000)
  assert.equal(waitForFlow({ ...emptyHistory(), asked: [full], told }, 0), undefined)
  const unknown = { ...full, outcome: 'unknown' } as const
  assert.equal(waitForFlow({ ...emptyHistory(), asked: [unknown, taken], told }, 0), 9_000)
})

test('orders flow again when a new one is taken and one is ready, both after the return', () => {
  const taken: Asked = {
    what: 'order',
    web: 'web 1',
    from: 90,
    to: 100,
    held: 0,
    status: 202,
    key: 'new',
    outcome: 'acknowledged',
    replayed: false,
  }
  const flow = (asked: Asked, told: QueueEvent) =>
    waitForFlow({ ...emptyHistory(), asked: [asked], told: [told] }, 50)
  const ready = event(60, 'completed')
  assert.equal(flow(taken, ready), 50)
  assert.equal(flow({ ...taken, to: 55 }, ready), 10)
  assert.equal(flow({ ...taken, replayed: true }, ready), undefined)
  assert.equal(flow({ ...taken, outcome: 'unknown' }, ready), undefined)
  assert.equal(flow({ ...taken, outcome: 'refused' }, ready), undefined)
  assert.equal(flow({ ...taken, to: 50 }, ready), undefined)
  assert.equal(flow(taken, event(50, 'completed')), undefined)
  assert.equal(flow(taken, event(60, 'active')), undefined)
})
