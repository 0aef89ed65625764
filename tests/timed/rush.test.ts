import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { z } from 'zod'
import { Board } from '#orders/board.ts'
import { Order } from '#orders/order.ts'
import { drawCustomers } from '#rush/customers.ts'
import { Crowd, Rush } from '#rush/rush.ts'
import { settingsOf } from '#rush/settings.ts'
import { Visit } from '#rush/visit.ts'
import { call, postOrder } from '#tests/support/call-api.ts'
import { newKey, some } from '#tests/support/kitchen-table.ts'
import {
  asItsStarter,
  followRush,
  hire,
  isOver,
  postRush,
  RUSHES,
  startRush,
  stopRush,
  withTale,
} from '#tests/support/start-tale.ts'
import { until } from '#tests/support/until.ts'

const RUSH = '/api/tale/rushes/{id}'
const VISIT = '/api/tale/rushes/{id}/customers/{customer}'
const CUSTOMERS = '/api/tale/rushes/{id}/customers.csv'

/** A minute of story in a second or two. */
const SHORT = { seed: 7, perMinute: 12, minutes: 1, speed: 30, patienceMinutes: null } as const

const ONE_RUSH_AT_A_TIME = { concurrency: false }

/** Each suite has a tale of its own, and so they run side by side: most of the time is waited for cooks, and for a lock to run out. */
describe('a rush', { concurrency: true }, () => {
  describe('is played from the first customer to the last', ONE_RUSH_AT_A_TIME, () => {
    const tale = withTale()

    test('every customer of a rush is served on both sides, and is the customer that the seed draws', async () => {
      const answer = await postRush(tale.url(), SHORT)
      tale.api().check('post', RUSHES, answer)
      assert.equal(answer.status, 202)
      const path = answer.headers.get('location') ?? ''
      assert.equal(path, `${RUSHES}/${Rush.parse(answer.body).id}`)

      const done = await followRush(tale.url(), path, isOver)
      const customers = drawCustomers(settingsOf(SHORT))
      const names = customers.map(({ name }) => name)
      assert.equal(done.state, 'done')
      assert.deepEqual(done.customers, { expected: customers.length, arrived: customers.length })
      for (const side of ['apartment', 'office'] as const) {
        const clocks = done.clocks[side].toSorted((one, other) => one.customer - other.customer)
        assert.deepEqual(
          clocks.map(({ customer }) => customer),
          names,
        )
        for (const { customer, counterMs, foodMs } of clocks) {
          const { takeMs, cookMs } = customers[customer - 1] ?? { takeMs: Number.NaN, cookMs: Number.NaN }
          // Timers count whole milliseconds: those of the story are longer.
          const grainMs = 2 * SHORT.speed
          assert.ok(foodMs >= takeMs + cookMs - grainMs * customers.length, `${side} ${customer}: ${foodMs}`)
          assert.ok(counterMs >= takeMs - grainMs, `${side} ${customer}: ${counterMs}`)
        }
        assert.deepEqual(done.sides[side].walkedOut, [])
        assert.equal(done.sides[side].served, customers.length)
        assert.deepEqual(done.sides[side].line, [])
        assert.equal(done.sides[side].hadGuests, false)
      }
      tale.api().check('get', RUSH, await call(tale.url(), path))
      assert.equal((await call(tale.url(), '/api/tale-office/board')).status, 200)

      const csv = await fetch(`${tale.url()}${path}/customers.csv`)
      assert.equal(csv.headers.get('content-type'), 'text/csv; charset=utf-8; header=present')
      assert.equal((await csv.text()).trim().split('\r\n').length, 1 + customers.length)
    })

    test('of each customer it is known what truly happened', async () => {
      const request = { ...SHORT, minutes: 0.5 }
      const path = await startRush(tale.url(), request)
      await followRush(tale.url(), path, isOver)
      for (const customer of drawCustomers(settingsOf(request))) {
        const answer = await call(tale.url(), `${path}/customers/${customer.name}`)
        tale.api().check('get', VISIT, answer)
        const { apartment, office } = Visit.parse(answer.body)

        const [food] = apartment.exchanges
        assert.equal(apartment.exchanges.length, 1)
        assert.equal(food?.got?.status, 200)
        const longEnoughMs = (customer.takeMs + customer.cookMs) / SHORT.speed - 10
        assert.ok(food && food.tookMs >= longEnoughMs, `${food?.tookMs} of ${longEnoughMs} ms`)

        const [order, collection] = office.exchanges
        const { id, number } = Order.parse(JSON.parse(order?.got?.body ?? ''))
        for (const exchange of [food, order, collection])
          assert.match(exchange?.sent.headers['Idempotency-Key'] ?? '', /^[\w-]{8}…$/)
        assert.equal(order?.got?.status, 202)
        assert.equal(collection?.path, `/api/tale-office/orders/${id}/collection`)
        assert.equal(office.news?.sent.headers.Prefer, 'wait=10')
        const board = Board.parse(JSON.parse(office.news?.got?.body ?? ''))
        assert.deepEqual(
          board.ready.map(entry => entry.number),
          [number],
        )
        assert.equal(office.slip?.lies, 'none')
        assert.deepEqual(
          office.slip?.states.filter(({ event }) => event !== 'progress').map(({ event }) => event),
          ['added', 'waiting', 'active', 'completed', 'collected'],
        )
      }
      for (const unknown of [
        `${path}/customers/999`,
        `${path}/customers/x`,
        `${RUSHES}/office/customers/1`,
      ]) {
        const answer = await call(tale.url(), unknown)
        tale.api().check('get', VISIT, answer)
        assert.equal(answer.status, 404)
      }
    })

    test('a rush that makes no sense is refused, and says why', async () => {
      const answer = await postRush(tale.url(), { seed: 1, perMinute: 30, minutes: 30 })
      tale.api().check('post', RUSHES, answer)
      assert.equal(answer.status, 422)
      const { errors } = z.object({ errors: z.array(z.object({ pointer: z.string() })) }).parse(answer.body)
      assert.deepEqual(
        errors.map(({ pointer }) => pointer),
        ['/perMinute'],
      )
      for (const path of [`${RUSHES}/0123456789abcdef`, `${RUSHES}/office`]) {
        const unknown = await call(tale.url(), path)
        tale.api().check('get', RUSH, unknown)
        assert.equal(unknown.status, 404)
        assert.equal((await call(tale.url(), `${path}/customers.csv`)).status, 404)
        assert.equal((await call(tale.url(), path, { method: 'DELETE' })).status, 404)
      }
      assert.ok(CUSTOMERS in tale.api().document.paths)
    })

    test('the tale’s two restaurants are none of the shop’s', async () => {
      const landing = await (await fetch(tale.url())).text()
      assert.ok(!landing.includes('tale-office') && !landing.includes('tale-apartment'))
      assert.equal((await fetch(`${tale.url()}/tale-office/kiosk`)).status, 404)
      assert.equal((await call(tale.url(), '/api/office/board')).status, 200)
      assert.equal(
        (await postOrder(tale.url(), { restaurant: 'tale-bakery', body: some('coffee') })).status,
        404,
      )
    })
  })

  describe('takes as long as arithmetic says', ONE_RUSH_AT_A_TIME, () => {
    const tale = withTale()

    /**
     * Three customers and one of everybody, by hand, in seconds: they come at 6.61, 11.16 and 13.96, talk for 8.42, 8.58 and 1.28, and their
     * dishes cook for 10, 2 and 4.
     *   apartment  6.61 + 18.42 = 25.03;  25.03 + 10.58 = 35.61;  35.61 + 5.28 = 40.89
     *   counter    6.61 + 8.42 = 15.03;   15.03 + 8.58 = 23.61;   23.61 + 1.28 = 24.89
     *   kitchen    15.03 + 10 = 25.03;    25.03 + 2 = 27.03;      27.03 + 4 = 31.03
     */
    test('the clocks are those computed by hand', async () => {
      const one = { apartmentHands: 1, clerks: 1, cooks: 1, size: 1 }
      // So slow that HTTP, Redis and timers have a third of a second for each second of the story that a clock may be wrong.
      const request = { ...SHORT, ...one, seed: 162, perMinute: 8, minutes: 0.5, speed: 3 }
      const path = await startRush(tale.url(), request)
      const { clocks } = await followRush(tale.url(), path, isOver)
      const byHand = {
        apartment: [
          [18.42, 18.42],
          [24.45, 24.45],
          [26.93, 26.93],
        ],
        office: [
          [8.42, 18.42],
          [12.45, 15.87],
          [10.93, 17.07],
        ],
      }
      for (const side of ['apartment', 'office'] as const) {
        assert.equal(clocks[side].length, 3)
        for (const { customer, counterMs, foodMs } of clocks[side]) {
          const [counter = 0, food = 0] = byHand[side][customer - 1] ?? []
          const seen = `${side}, customer ${customer}: ${counterMs} and ${foodMs}`
          assert.ok(Math.abs(counterMs / 1000 - counter) < 1, seen)
          assert.ok(Math.abs(foodMs / 1000 - food) < 1, seen)
        }
      }
    })
  })

  describe('is one at a time, and ends when it is told to', ONE_RUSH_AT_A_TIME, () => {
    const tale = withTale()

    test('the same key is the same rush, and while one is on there is no other', async () => {
      const key = newKey()
      const first = await postRush(tale.url(), { ...SHORT, speed: 5 }, key)
      const again = await postRush(tale.url(), { ...SHORT, speed: 5 }, key)
      tale.api().check('post', RUSHES, again)
      assert.equal(again.headers.get('idempotent-replayed'), 'true')
      assert.equal(Rush.parse(again.body).id, Rush.parse(first.body).id)
      const reused = await postRush(tale.url(), SHORT, key)
      tale.api().check('post', RUSHES, reused)
      assert.equal(reused.status, 422)

      const other = await postRush(tale.url(), SHORT)
      tale.api().check('post', RUSHES, other)
      assert.equal(other.status, 409)
      const path = other.headers.get('location') ?? ''
      assert.equal(path, first.headers.get('location'))

      await followRush(tale.url(), path, ({ customers }) => customers.arrived > 0)
      const crowd = await until('someone is served', async () => {
        const answer = await call(tale.url(), '/api/tale/crowd')
        tale.api().check('get', '/api/tale/crowd', answer)
        const { hands } = Crowd.parse(answer.body)
        return hands.some(customer => customer !== null) && hands
      })
      assert.equal(crowd.length, 4)
      const stopped = await stopRush(tale.url(), path)
      tale.api().check('delete', RUSH, stopped)
      assert.equal(stopped.status, 200)
      const over = await followRush(tale.url(), path, isOver)
      assert.equal(over.state, 'stopped')
      assert.deepEqual(over.sides.office.walkedOut, [])
      assert.equal((await stopRush(tale.url(), path)).status, 200)
      const next = await startRush(tale.url(), { ...SHORT, minutes: 0.5 })
      assert.equal((await followRush(tale.url(), next, isOver)).state, 'done')
    })

    test('a rush that is stopped before it begins never does', async () => {
      const path = await startRush(tale.url(), SHORT)
      await stopRush(tale.url(), path)
      const over = await followRush(tale.url(), path, isOver)
      assert.equal(over.state, 'stopped')
      assert.equal(over.events.at(-1)?.words, 'The rush was stopped.')
    })

    test('a guest who comes while a rush is on is seen and served on both sides', async () => {
      const path = await startRush(tale.url(), { ...SHORT, speed: 10, minutes: 0.5 })
      await followRush(tale.url(), path, ({ customers }) => customers.arrived > 1)
      const food = postOrder(tale.url(), { restaurant: 'tale-apartment', body: some('burger', 3) })
      const ticket = await postOrder(tale.url(), { restaurant: 'tale-office', body: some('burger', 3) })
      assert.equal(ticket.status, 202)
      const { id, number } = Order.parse(ticket.body)
      const seen = await followRush(
        tale.url(),
        path,
        ({ sides }) =>
          sides.office.cooks.some(cook => cook.number === number) || sides.office.wall.ready.includes(number),
      )
      assert.ok(seen.sides.office.cooks.every(cook => cook.number !== number || cook.customer === 'guest'))
      assert.equal((await food).status, 200)
      const { apartment, office } = (await followRush(tale.url(), path, isOver)).sides
      assert.deepEqual([apartment.hadGuests, office.hadGuests], [true, true])
      assert.equal(
        Order.parse((await call(tale.url(), `/api/tale-office/orders/${id}`)).body).status,
        'ready',
      )
    })
  })

  describe('has more or fewer hands than it needs', ONE_RUSH_AT_A_TIME, () => {
    const tale = withTale()

    test('while a rush goes on a cook may come to help, and any may walk out', {
      timeout: 60_000,
    }, async () => {
      const request = { ...SHORT, minutes: 2, speed: 4, cooks: 1, clerks: 1, perMinute: 10 }
      const path = await startRush(tale.url(), request)
      const early = await hire(tale.url(), path)
      if (early.status === 409) tale.api().check('post', `${RUSH}/cooks`, early)
      await followRush(tale.url(), path, ({ customers }) => customers.arrived > 1)

      const key = newKey()
      for (const answer of [await hire(tale.url(), path, key), await hire(tale.url(), path, key)]) {
        tale.api().check('post', `${RUSH}/cooks`, answer)
        assert.equal(answer.status, 202)
      }
      await followRush(
        tale.url(),
        path,
        ({ sides }) => sides.office.cooks.filter(({ number }) => number !== null).length === 2,
      )

      const killed = await kill(tale.url(), path, 0)
      tale.api().check('delete', `${RUSH}/cooks/{cook}`, killed)
      assert.equal(killed.status, 202)
      assert.equal((await kill(tale.url(), path, 7)).status, 404)
      const after = await followRush(tale.url(), path, ({ sides }) => sides.office.cooks[0]?.alive === false)
      assert.equal(after.sides.office.cooks.length, 2)
      assert.equal(after.walkOuts.length, 1)

      await stopRush(tale.url(), path)
      await followRush(tale.url(), path, isOver)
      assert.equal((await hire(tale.url(), path)).status, 409)
    })

    test('who has no patience walks out, and an office with its hands full asks people to come back', async () => {
      const request = {
        ...SHORT,
        preset: 'overload',
        perMinute: 40,
        minutes: 1.2,
        cooks: 1,
        clerks: 4,
      } as const
      const path = await startRush(tale.url(), { ...request, patienceMinutes: 0.5 })
      const done = await followRush(tale.url(), path, isOver)
      assert.ok(done.sides.office.sentAway > 0)
      const customers = drawCustomers(done.settings)
      const patienceLeftMs = done.sides.office.walkedOut.map(
        ({ customer, arrivedMs, atMs }) => (customers[customer - 1]?.patienceMs ?? 0) - (atMs - arrivedMs),
      )
      assert.ok(Math.max(...patienceLeftMs) > 3_000, 'nobody left the office before their patience ended')
      for (const side of ['apartment', 'office'] as const) {
        const { served, walkedOut } = done.sides[side]
        assert.ok(walkedOut.length > 0, `nobody left the ${side}`)
        assert.equal(served + walkedOut.length, done.customers.expected)
        assert.equal(
          new Set([...walkedOut, ...done.clocks[side]].map(({ customer }) => customer)).size,
          done.customers.expected,
        )
        for (const { customer, arrivedMs, atMs } of walkedOut) {
          const told = done.events.filter(
            event => event.side === side && event.words.match(`^Customer ${customer} .*walks out`),
          )
          assert.ok(told.every(event => event.atMs === atMs))
          assert.ok(atMs >= arrivedMs)
        }
      }
    })
  })

  describe('loses a cook for good', ONE_RUSH_AT_A_TIME, () => {
    const tale = withTale()

    test('a cook walks out by kill -9, and another takes the same number up', {
      timeout: 90_000,
    }, async () => {
      const request = {
        ...SHORT,
        preset: 'walk-out',
        minutes: 0.5,
        speed: 10,
        cooks: 3,
        perMinute: 12,
      } as const
      const path = await startRush(tale.url(), request)
      const out = await followRush(tale.url(), path, ({ walkOuts }) => walkOuts.length > 0)
      const cook = out.walkOuts[0]?.cook ?? -1
      const dead = out.sides.office.cooks[cook]?.pid
      assert.ok(dead)

      const heir = await followRush(tale.url(), path, ({ walkOuts }) => walkOuts[0]?.takenUpBy != null)
      assert.notEqual(heir.walkOuts[0]?.takenUpBy, cook)
      assert.throws(() => process.kill(dead, 0), { code: 'ESRCH' })

      const done = await followRush(tale.url(), path, isOver)
      assert.equal(done.sides.office.served, done.customers.expected)
      assert.equal(done.sides.apartment.served, done.customers.expected)
    })
  })

  describe('dies with its process', ONE_RUSH_AT_A_TIME, () => {
    const tale = withTale()

    test('the rush’s process dies in the middle: the rush has failed, its cooks are gone, and the next one plays', {
      timeout: 60_000,
    }, async () => {
      const path = await startRush(tale.url(), { ...SHORT, speed: 1 })
      const begun = await followRush(tale.url(), path, ({ state }) => state === 'running')
      await tale.rush().end('SIGKILL')
      await until('the cooks are gone', () => begun.sides.office.cooks.every(({ pid }) => !isAlive(pid)))

      await tale.rush().start()
      const failed = await until('failed', async () => {
        const rush = Rush.parse((await call(tale.url(), path)).body)
        return rush.state === 'failed' && rush
      })
      assert.ok(failed.reason)
      const half = { ...SHORT, minutes: 0.5 }
      const next = await until('the next may begin', () => startRush(tale.url(), half).catch(() => null))
      assert.equal((await followRush(tale.url(), next, isOver)).state, 'done')
    })
  })
})

function kill(url: string, path: string, cook: number) {
  return call(url, `${path}/cooks/${cook}`, { method: 'DELETE', headers: asItsStarter(path) })
}

function isAlive(pid: number | null): boolean {
  try {
    return pid !== null && process.kill(pid, 0)
  } catch {
    return false
  }
}
