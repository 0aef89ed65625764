import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { Redis } from 'ioredis'
import { currentBoard } from '#orders/current-board.ts'
import { placeOrder } from '#orders/place-order.ts'
import { readOrder } from '#orders/read-order.ts'
import { startRedis } from '#scripts/embedded-redis.ts'
import {
  makeRestaurant,
  newKey,
  openKitchenDuring,
  some,
  withOwnRedis,
} from '#tests/support/kitchen-table.ts'
import { openMuffler } from '#tests/support/muffler.ts'
import { until } from '#tests/support/until.ts'

const redis = withOwnRedis()

test('where an address follows the primary, orders go on at the new one, though the old one hangs up on nobody', async t => {
  const restaurant = makeRestaurant()
  const old = redis.client()
  const address = await openMuffler(socketOf(redis.server().url))
  process.env.REDIS_URL = address.url
  openKitchenDuring(t, restaurant)
  t.after(() => address.close())
  await old.config('SET', 'repl-diskless-sync-delay', '0')
  const heir = await startHeir(t, redis.server().url)
  await served()
  await until('the heir has it all', async () => (await readSoFar(heir.client)) === (await readSoFar(old)))

  await heir.client.replicaof('NO', 'ONE')
  await old.replicaof('127.0.0.1', 1)
  const key = newKey()
  await assert.rejects(placeOrder(restaurant, some('water'), key), { name: 'RedisAway' })
  address.leadTo(socketOf(heir.url))

  const { order } = await until('orders flow', () => placeOrder(restaurant, some('water'), key))
  assert.equal(order.number, 2)
  await until('cooked', async () => (await readOrder(restaurant, order.id))?.status === 'ready')
  assert.deepEqual(
    (await currentBoard(restaurant)).ready.map(({ number }) => number),
    [2, 1],
  )

  async function served(): Promise<void> {
    const { order } = await placeOrder(restaurant, some('water'), newKey())
    await until('served', async () => (await readOrder(restaurant, order.id))?.status === 'ready')
  }
})

/** A replica of the Redis at `url`. */
async function startHeir(t: TestContext, url: string): Promise<{ url: string; client: Redis }> {
  const dir = await mkdtemp(join(tmpdir(), 'nugget-heir-'))
  const heir = await startRedis({ dir })
  const client = new Redis({ path: socketOf(heir.url) })
  const wire = await openMuffler(socketOf(url))
  t.after(async () => {
    client.disconnect()
    await wire.close()
    await heir.stop()
    await rm(dir, { recursive: true, force: true })
  })
  const { hostname, port } = new URL(wire.url)
  await client.replicaof(hostname, port)
  await until('it follows', async () => /master_link_status:up/.test(await client.info('replication')))
  return { url: heir.url, client }
}

/** How much of what was ever written it has, in bytes. */
async function readSoFar(client: Redis): Promise<string | undefined> {
  return /^master_repl_offset:(\d+)/m.exec(await client.info('replication'))?.[1]
}

function socketOf(url: string): string {
  return url.slice('unix:'.length)
}
