import { withRedis } from '#orders/redis.ts'
import { type Snapshot, snapshot } from '#orders/view.ts'
import { isRushId, keyOfRush } from './rush-id.ts'
import { KEEP_SECONDS } from './rushes.ts'
import { readSlip } from './slip.ts'
import { Visit } from './visit.ts'

/** Writes down what changed in the visits of a rush. Throws `RedisAway`. */
export async function writeVisits(rushId: string, visits: Visit[]): Promise<void> {
  if (visits.length === 0) return
  const key = keyOfVisits(rushId)
  await withRedis(redis =>
    Promise.all([
      redis.hset(
        key,
        Object.fromEntries(visits.map(visit => [String(visit.customer), JSON.stringify(visit)])),
      ),
      redis.expire(key, KEEP_SECONDS),
    ]),
  )
}

/** A customer's visit as it stands; null when none of that name came. While the order is cooked its slip is read anew. Throws `RedisAway`. */
export async function readVisit(rushId: string, customer: number): Promise<Snapshot | null> {
  if (!isRushId(rushId)) return null
  const text = await withRedis(redis => redis.hget(keyOfVisits(rushId), String(customer)))
  if (text === null) return null
  const visit = Visit.parse(JSON.parse(text))
  if (visit.office.orderId !== null) visit.office.slip ??= await readSlip(visit.office.orderId)
  return snapshot(new Date().toISOString(), visit)
}

function keyOfVisits(rushId: string): string {
  return `${keyOfRush(rushId)}:visits`
}
