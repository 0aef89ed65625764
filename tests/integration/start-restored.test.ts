import assert from 'node:assert/strict'
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { commandsOf } from '#tests/support/handbook.ts'
import { npmStart, nugget, officeWith, placeOrder, withNpmStart } from '#tests/support/npm-start.ts'
import { until } from '#tests/support/until.ts'

const nuggets = withNpmStart()

test('after a restore a customer who orders all the time while the doors open gets numbers that nobody holds', async () => {
  const env = { RESTAURANTS_DIR: await officeWith({ numbers: { upTo: 12 } }), TALE: 'off' }
  const before = await npmStart(env)
  await placeOrders(10)
  const backup = join(nuggets.dataDir(), 'backup')
  await cp(join(nuggets.dataDir(), 'appendonlydir'), backup, { recursive: true })
  const lost = await placeOrders(5)
  assert.deepEqual(lost, [11, 12, 13, 14, 15])
  await before.end('SIGINT')
  await rm(join(nuggets.dataDir(), 'appendonlydir'), { recursive: true })
  await cp(backup, join(nuggets.dataDir(), 'appendonlydir'), { recursive: true })

  const [, words = ''] = /^npm start -- (.+)$/m.exec(await commandsOf('restored')) ?? []
  const after = nugget(env, words.split(' '))
  const customer = comeAgainAndAgain()
  await after.start()
  await until('served', () => customer.numbers.length >= 20)
  await customer.leave()

  assert.equal(customer.numbers[0], 1013)
  assert.equal(new Set(customer.numbers).size, customer.numbers.length)
  assert.ok(customer.numbers.every(number => number >= 1013))
  assert.match(
    after.output,
    /office: the next number is 1013; those up to 12 come round again from \d\d:\d\d on\./,
  )
})

async function placeOrders(count: number): Promise<number[]> {
  const numbers = []
  for (let n = 0; n < count; n++) numbers.push((await placeOrder()).number)
  return numbers
}

/** A customer who orders without a pause, also where nobody answers yet. */
function comeAgainAndAgain() {
  const numbers: number[] = []
  const away = new AbortController()
  const visit = (async () => {
    while (!away.signal.aborted) {
      const order = await placeOrder().catch(() => setTimeout(10))
      if (order) numbers.push(order.number)
    }
  })()
  return {
    numbers,
    leave() {
      away.abort()
      return visit
    },
  }
}
