import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { collectOrder } from '#orders/collect-order.ts'
import { currentBoard } from '#orders/current-board.ts'
import { openKitchen } from '#orders/kitchen.ts'
import type { Order } from '#orders/order.ts'
import { placeOrder } from '#orders/place-order.ts'
import { readOrder } from '#orders/read-order.ts'
import { hangUp } from '#orders/redis.ts'
import type { Restaurant } from '#orders/restaurant.ts'
import { shuttingDown } from '#orders/shutdown.ts'
import { type EmbeddedRedis, startRedis } from '#scripts/embedded-redis.ts'
import { commandsOf } from '#tests/support/handbook.ts'
import { newKey, some } from '#tests/support/kitchen-table.ts'
import { until } from '#tests/support/until.ts'
import { writeRestaurant } from '#tests/support/write-restaurant.ts'

let restaurant: Restaurant
let env: Record<string, string>
let house: string
let server: EmbeddedRedis

before(async () => {
  house = await mkdtemp(join(tmpdir(), 'nugget-'))
  server = await startRedis({ dir: join(house, '.data/redis') })
  process.env.REDIS_URL = server.url
  ;({ restaurant, env } = await writeRestaurant({ numbers: { upTo: 12 } }, server.url))
})
after(async () => {
  shuttingDown.start()
  hangUp()
  await server.stop()
  await rm(house, { recursive: true, force: true })
})

test('what docs/operations.md says brings back every order, number and ticket of the backup, and gives no number twice', async () => {
  const collected = await place()
  const ready = await place()
  const kitchen = openKitchen(restaurant)
  await until('both are cooked', async () => (await currentBoard(restaurant)).ready.length === 2)
  await kitchen.close()
  await collectOrder(restaurant, collected.id)
  const key = newKey()
  const preparing = await place(key)
  const tickets = () =>
    Promise.all([collected, ready, preparing].map(order => readOrder(restaurant, order.id)))
  const ticketsThen = await tickets()

  const duringBackup = placeMany()
  await follow('backup')
  duringBackup.stop()
  const given = new Set([1, 2, 3, ...(await duringBackup.numbers)])
  const lost = await place()
  given.add(lost.number)
  assert.ok(given.size > restaurant.numbers.upTo, 'the numbers go on past the top')
  const [backup] = await readdir(join(house, 'backups'))

  await server.stop()
  await follow('restore', text => text.replace(/^BACKUP=.*$/m, `BACKUP=backups/${backup}`))
  server = await startRedis({ dir: join(house, '.data/redis') })

  const ticketsNow = await until('Redis is found again', tickets)
  assert.deepEqual(ticketsNow, ticketsThen)
  assert.deepEqual(await placeOrder(restaurant, some('water'), key), {
    order: ticketsThen[2],
    replayed: true,
  })

  assert.equal(await readOrder(restaurant, lost.id), null)

  const checkout = process.cwd()
  await follow('restored-own', text => text.replace('npm', `npm --prefix '${checkout}'`))
  for (let n = 0; n < 20; n++) {
    const { number } = await place()
    assert.ok(!given.has(number), `${number} is given for the first time`)
    given.add(number)
  }

  const again = openKitchen(restaurant)
  await until('what was preparing is ready', async () => {
    return (await readOrder(restaurant, preparing.id))?.status === 'ready'
  })
  await again.close()
})

/** Runs the commands of one block of the page in the house. */
async function follow(block: string, adapt = (text: string) => text): Promise<void> {
  const commands = adapt(await commandsOf(block))
  await promisify(execFile)('sh', ['-e', '-c', commands], { cwd: house, env: { ...process.env, ...env } })
}

/** Tries again, as a kiosk does, where Redis answered too late: the same key is the same order. */
async function place(key = newKey()): Promise<Order> {
  return (await until('placed', () => placeOrder(restaurant, some('water'), key))).order
}

/** Customers who come without a pause until they are stopped. */
function placeMany() {
  let stopped = false
  const numbers = (async () => {
    const given: number[] = []
    while (!stopped) given.push((await place()).number)
    return given
  })()
  return {
    numbers,
    stop() {
      stopped = true
    },
  }
}
