import assert from 'node:assert/strict'
import { mock, type TestContext, test } from 'node:test'
import { endWhenSilent } from '#scripts/end-when-silent.ts'

const SILENT_MS = 30_000

test('what never gives a sign is killed, after twice the time as it may be starting', t => {
  const { kill, pass, said } = watch(t)
  pass(2 * SILENT_MS - 3_000)
  assert.equal(kill.mock.callCount(), 0)
  pass(3_000)
  assert.equal(kill.mock.callCount(), 1)
  assert.deepEqual(said(), ['The cook gave no sign of life for 30 s; killing it'])

  pass(10 * SILENT_MS)
  assert.equal(kill.mock.callCount(), 1)
})

test('what gave signs and falls silent is killed', t => {
  const { kill, pass, sign } = watch(t)
  for (let second = 0; second < 100; second += 5) {
    pass(5_000)
    sign()
  }
  pass(SILENT_MS - 3_000)
  assert.equal(kill.mock.callCount(), 0)
  pass(3_000)
  assert.equal(kill.mock.callCount(), 1)
})

test('what answers when asked lives, and is killed when it answers no more', t => {
  let answers = true
  const { kill, pass } = watch(t, heard => answers && heard())
  pass(10 * SILENT_MS)
  assert.equal(kill.mock.callCount(), 0)
  answers = false
  pass(SILENT_MS + 3_000)
  assert.equal(kill.mock.callCount(), 1)
})

test('a machine that slept, or a starter that was frozen, kills nobody', t => {
  const { kill, pass, sleep, sign } = watch(t)
  sign()
  for (let night = 0; night < 20; night++) {
    pass(3_000)
    sleep(8 * 3600_000)
    sign()
  }
  // Asleep again and again before a word gets through: those looks came late.
  for (let nap = 0; nap < 20; nap++) sleep(60_000)
  assert.equal(kill.mock.callCount(), 0)
})

for (const end of ['stop', 'kill'] as const) {
  test(`what is told to ${end} may take its time in silence`, t => {
    const { running, kill, pass, said } = watch(t)
    void running[end]()
    pass(10 * SILENT_MS)
    assert.equal(kill.mock.callCount(), end === 'kill' ? 1 : 0)
    assert.deepEqual(said(), [])
  })
}

/** Stands for a process, and for the clock it is watched by. */
function watch(t: TestContext, ask?: (heard: () => void) => void) {
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'] })
  const errors = t.mock.method(console, 'error', () => {})
  let sign = () => {}
  const kill = mock.fn(async () => {})
  const child = {
    ended: new Promise<never>(() => {}),
    stop: async () => {},
    kill,
    onSign: (heard: () => void) => {
      sign = heard
    },
  }
  const running = endWhenSilent('The cook', child, { silentMs: SILENT_MS, ask })
  return {
    running,
    kill,
    sign: () => sign(),
    pass(ms: number) {
      for (let passed = 0; passed < ms; passed += 1_000) t.mock.timers.tick(1_000)
    },
    /** Time goes by while nobody runs, so the next look is late. */
    sleep: (ms: number) => t.mock.timers.tick(ms),
    said: () => errors.mock.calls.map(call => call.arguments[0]),
  }
}
