import { Worker } from 'bullmq'
import { openPatient } from '#orders/redis.ts'
import { findRestaurant } from '#orders/restaurants.ts'
import { QUEUE_NAME } from '#orders/script.ts'

/** What BullMQ does alone: as many jobs in flight as the kitchen has cooks, and nothing to do. */
const worker = new Worker(QUEUE_NAME, async () => undefined, {
  connection: openPatient('bare'),
  prefix: '{bare}',
  concurrency: findRestaurant('bench')?.cooks ?? 1,
})
process.once('SIGTERM', async () => {
  await worker.close()
  process.exit(0)
})
console.log('bare worker')
