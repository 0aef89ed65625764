import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ReadTogether } from '#rush/read-together.ts'
import { until } from '#tests/support/until.ts'

test('what is asked for while a reading is on is read in one, each thing once', async () => {
  const { readings, together, answer } = table()
  const first = together.ask('slip 1')
  const later = [...Array(3).fill('slip 2'), 'slip 3', 'slip 4'].map(name => together.ask(name))
  assert.deepEqual(readings, [['slip 1']])
  answer()
  assert.equal(await first, 'slip 1 as read')
  await until('read again', () => readings.length === 2)
  assert.deepEqual(readings[1], ['slip 2', 'slip 3', 'slip 4'])
  answer()
  assert.deepEqual(
    new Set(await Promise.all(later)),
    new Set(['slip 2 as read', 'slip 3 as read', 'slip 4 as read']),
  )
})

test('a reading is of a hundred things at most, and what is not found is nothing', async () => {
  const { readings, together, answer } = table()
  void together.ask('slip 0')
  const many = Array.from({ length: 250 }, (_, index) => together.ask(`slip ${index}`))
  const none = together.ask('nothing')
  for (let reading = 1; reading <= 4; reading++) {
    await until('reading', () => readings.length === reading)
    answer()
  }
  assert.deepEqual(
    readings.map(names => names.length),
    [1, 100, 100, 51],
  )
  assert.equal((await Promise.all(many)).at(-1), 'slip 249 as read')
  assert.equal(await none, null)
})

test('a reading that fails is told to whoever asked for it, and the next one is another', async () => {
  const { readings, together, answer, fail } = table()
  const failed = together.ask('slip 1')
  const again = together.ask('slip 1')
  fail(new Error('Redis is away'))
  await assert.rejects(failed, /Redis is away/)
  await until('read again', () => readings.length === 2)
  answer()
  assert.equal(await again, 'slip 1 as read')
})

/** Readings that last until they are answered. */
function table() {
  const readings: string[][] = []
  let on: { names: string[]; reading: PromiseWithResolvers<Map<string, string>> } | undefined
  const together = new ReadTogether<string>(names => {
    readings.push(names)
    on = { names, reading: Promise.withResolvers() }
    return on.reading.promise
  })
  return {
    readings,
    together,
    answer: () =>
      on?.reading.resolve(
        new Map(on.names.filter(name => name !== 'nothing').map(name => [name, `${name} as read`])),
      ),
    fail: (error: Error) => on?.reading.reject(error),
  }
}
