import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { keepRunning, type Running } from '#scripts/keep-running.ts'
import { until } from '#tests/support/until.ts'

/** Stands for a process. */
function running(): Running & { crash: () => void } {
  const { promise: ended, resolve } = Promise.withResolvers<string>()
  const stop = async () => resolve('exit code 0')
  return { ended, stop, kill: stop, crash: () => resolve('SIGKILL') }
}

test('what ends by itself is started again, and what is told to stop is not', async t => {
  const said = t.mock.method(console, 'error', () => {})
  const first = running()
  const second = running()
  const start = mock.fn(() => second)
  const kept = keepRunning('The cook', first, start)

  first.crash()
  await until('started again', () => start.mock.callCount() === 1)
  assert.deepEqual(said.mock.calls[0]?.arguments, ['The cook ended by itself (SIGKILL); starting it again'])

  await kept.stop()
  assert.equal(start.mock.callCount(), 1)
})

test('what cannot be started is tried again', async t => {
  t.mock.method(console, 'error', () => {})
  const first = running()
  const start = mock.fn(() => {
    if (start.mock.callCount() === 0) throw new Error('no kitchen')
    return running()
  })
  const kept = keepRunning('The cook', first, start)

  first.crash()
  await until('tried twice', () => start.mock.callCount() === 2)
  await kept.stop()
})

test('a restart is silent and at once', async t => {
  const said = t.mock.method(console, 'error', () => {})
  const start = mock.fn(running)
  const kept = keepRunning('The cook', running(), start)

  await kept.restart()
  await until('started again', () => start.mock.callCount() === 1)
  assert.equal(said.mock.callCount(), 0)
  await kept.stop()
})
