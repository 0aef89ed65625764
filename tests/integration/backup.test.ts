import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
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
import { shuttingDown } from '#orders/shutdown.ts'
import { type EmbeddedRedis, startRedis } from '#scripts/embedded-redis.ts'
import { makeRestaurant, newKey, some } from '#tests/support/kitchen-table.ts'
import { until } from '#tests/support/until.ts'

const restaurant = makeRestaurant({ slug: 'office' })
let house: string
let server: EmbeddedRedis

before(async () => {
  house = await mkdtemp(join(tmpdir(), 'nugget-'))
  server = await startRedis({ dir: join(house, '.data/redis') })
  process.env.REDIS_URL = server.url
})
after(async () => {
  shuttingDown.start()
  hangUp()
  await server.stop()
  await rm(house, { recursive: true, force: true })
})

test('what docs/operations.md says brings back every order, number and ticket of the backup', async () => {
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
  await duringBackup.placed
  const lost = await place()
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

  const highest = lost.number + 100
  await follow('numbers', text => text.replace('421', String(highest)))
  assert.equal((await place()).number, highest + 1)

  const again = openKitchen(restaurant)
  await until('what was preparing is ready', async () => {
    return (await readOrder(restaurant, preparing.id))?.status === 'ready'
  })
  await again.close()
})

/** Runs the commands of one block of the page, as somebody would who stands in Nugget's folder. */
async function follow(block: string, adapt = (text: string) => text): Promise<void> {
  const page = await readFile('docs/operations.md', 'utf8')
  const commands = new RegExp(`^\`\`\`sh ${block}\n(.*?)^\`\`\``, 'ms').exec(page)?.[1]
  assert.ok(commands, `docs/operations.md has no commands called ${block}`)
  await promisify(execFile)('sh', ['-e', '-c', adapt(commands)], { cwd: house })
}

async function place(key = newKey()): Promise<Order> {
  return (await placeOrder(restaurant, some('water'), key)).order
}

/** Customers who come without a pause until they are stopped. */
function placeMany() {
  let stopped = false
  const placed = (async () => {
    while (!stopped) await place()
  })()
  return {
    placed,
    stop() {
      stopped = true
    },
  }
}
