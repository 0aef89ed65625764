import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keysOf, type Step } from '#app/tale/what-happened/steps.ts'
import { collectOrder } from '#orders/collect-order.ts'
import { placeOrder } from '#orders/place-order.ts'
import { readSlip, type Slip } from '#rush/slip.ts'
import { OFFICE } from '#rush/tale-restaurants.ts'
import { assertAllTold, namesIn } from '#tests/support/assert-all-told.ts'
import {
  makeRestaurant,
  newKey,
  openKitchenDuring,
  some,
  withOwnRedis,
} from '#tests/support/kitchen-table.ts'
import { until } from '#tests/support/until.ts'

withOwnRedis()

test('what Redis holds of an order is told at the step at which it came to be there', async t => {
  const office = makeRestaurant({ slug: OFFICE })
  const { order } = await placeOrder(office, some('nuggets-6', 4), newKey())
  const slipWhen = (lies: Slip['lies'], hasField = '') =>
    until(`it lies in ${lies}`, async () => {
      const slip = await readSlip(order.id)
      return slip?.lies === lies && namesIn(slip.keys).some(name => name.endsWith(hasField)) && slip
    })
  const told = (slip: Slip, step: Step) => namesIn(keysOf(slip, step)).filter(name => name.includes(order.id))

  const waiting = await slipWhen('wait')
  assertAllTold(waiting)
  for (const step of [3, 4, 5] as const) assert.deepEqual(keysOf(waiting, step), [])
  const placed = told(waiting, 2)

  openKitchenDuring(t, office)
  const cooking = await slipWhen('active', 'progressAt')
  assertAllTold(cooking)
  for (const step of [4, 5] as const) assert.deepEqual(keysOf(cooking, step), [])
  assert.deepEqual(told(cooking, 2), placed)

  const ready = await slipWhen('completed')
  assertAllTold(ready)
  assert.deepEqual(keysOf(ready, 5), [])
  assert.deepEqual(told(ready, 2), placed)

  await collectOrder(office, order.id)
  const collected = await slipWhen('none')
  assertAllTold(collected)
  assert.deepEqual(told(collected, 2), placed)
})
