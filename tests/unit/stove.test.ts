import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Stove } from '#orders/stove.ts'

test('orders are cooked side by side, and one alone when what came before is done', async () => {
  const stove = new Stove()
  const soup = begin(stove)
  const stew = begin(stove)
  const suspect = begin(stove, true)
  const pie = begin(stove)
  await settled()
  assert.deepEqual(
    [soup, stew, suspect, pie].map(({ cooks }) => cooks()),
    [true, true, false, false],
  )

  soup.done()
  await settled()
  assert.ok(!suspect.cooks())
  stew.done()
  await settled()
  assert.deepEqual(
    [suspect, pie].map(({ cooks }) => cooks()),
    [true, false],
  )
  suspect.done()
  await settled()
  assert.ok(pie.cooks())
})

test('who is called away before there was a place leaves the line to the others', async () => {
  const stove = new Stove()
  const soup = begin(stove)
  const away = new AbortController()
  const suspect = begin(stove, true, away.signal)
  const pie = begin(stove)
  away.abort(new Error('the kitchen closes'))
  await assert.rejects(suspect.ended, /the kitchen closes/)
  await settled()
  assert.ok(pie.cooks())
  assert.ok(!suspect.cooks())

  soup.done()
  pie.done()
  await stove.use({ alone: true }, async () => {})
})

test('a failure gives the place back', async () => {
  const stove = new Stove()
  await assert.rejects(
    stove.use({ alone: true }, () => Promise.reject(new Error('dropped'))),
    /dropped/,
  )
  await stove.use({ alone: true }, async () => {})
})

function begin(stove: Stove, alone = false, signal?: AbortSignal) {
  const { promise, resolve } = Promise.withResolvers<void>()
  let began = false
  const ended = stove.use({ alone, signal }, () => {
    began = true
    return promise
  })
  ended.catch(() => undefined)
  return { ended, done: resolve, cooks: () => began }
}

async function settled(): Promise<void> {
  await new Promise(resolve => setImmediate(resolve))
}
