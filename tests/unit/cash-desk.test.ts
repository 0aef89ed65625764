import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CashDesk } from '#rush/cash-desk.ts'

const patient = new AbortController().signal

test('as many are served as there are clerks, first come, first served', async () => {
  const desk = new CashDesk(2)
  const turns = [1, 2, 3, 4].map(customer => desk.stand(customer, patient))
  assert.deepEqual(desk.clerks, [1, 2])
  assert.deepEqual(desk.line, [3, 4])
  assert.deepEqual(await Promise.all(turns.slice(0, 2)), [0, 1])

  desk.free(1)
  assert.equal(await turns[2], 1)
  assert.deepEqual(desk.clerks, [1, 3])
  assert.deepEqual(desk.line, [4])
})

test('who has stood long enough is out of the line, and who is being served is not', async () => {
  const desk = new CashDesk(1)
  const leaving = new AbortController()
  const turns = [1, 2, 3].map(customer => desk.stand(customer, customer === 3 ? patient : leaving.signal))
  leaving.abort()
  assert.deepEqual(await Promise.all(turns.slice(0, 2)), [0, null])
  assert.deepEqual(desk.clerks, [1])
  assert.deepEqual(desk.line, [3])
})
