import assert from 'node:assert/strict'
import { test } from 'node:test'
import { at, npmStart, offspring, placeOrder, readOrder, withNpmStart } from '#tests/support/npm-start.ts'
import type { Part } from '#tests/support/part.ts'
import { until } from '#tests/support/until.ts'

withNpmStart()

/** Who starts is given twice as long, and four of them start at a time. */
const SILENT_SECONDS = 10
const BACK_WITHIN_MS = 60_000

test('what ends by itself is started again', async () => {
  const starter = await npmStart()

  for (const name of ['redis', 'next', 'kitchen', 'rush']) {
    const victim = offspring().find(({ command }) => command.includes(name))
    assert.ok(victim, name)
    process.kill(victim.pid, 'SIGKILL')
    await until(
      `${name} back`,
      () => offspring().some(p => p.command.includes(name) && p.pid !== victim.pid),
      BACK_WITHIN_MS,
    )
  }
  for (const name of ['Redis', 'The web server', 'The kitchen', 'The rush'])
    await says(starter, `${name} ended by itself (SIGKILL)`)
  await until('open again', async () => (await fetch(at('/api/health/ready'))).ok)
})

test('what is frozen is killed and started again, and no order is lost', async () => {
  const starter = await npmStart({}, ['--silent-ms', `${SILENT_SECONDS * 1000}`])
  const { id, number } = await placeOrder()
  const victims = ['redis', 'next', 'kitchen', 'rush'].map(name => {
    const victim = offspring().find(({ command }) => command.includes(name))
    assert.ok(victim, name)
    process.kill(victim.pid, 'SIGSTOP')
    return { name, pid: victim.pid }
  })
  for (const { name, pid } of victims) {
    await until(
      `${name} back`,
      () => offspring().some(p => p.command.includes(name) && p.pid !== pid),
      BACK_WITHIN_MS,
    )
  }
  for (const name of ['Redis', 'The web server', 'The kitchen', 'The rush']) {
    await says(starter, `${name} gave no sign of life for ${SILENT_SECONDS} s; killing it\n`)
  }
  assert.equal(offspring().filter(({ pid }) => victims.some(victim => victim.pid === pid)).length, 0)
  await until('open again', async () => (await fetch(at('/api/health/ready'))).ok)
  assert.equal((await readOrder(id)).number, number)
})

/** What it says reaches us after what it does. */
async function says(starter: Part, words: string): Promise<void> {
  await until(`it says: ${words}`, () => starter.output.includes(words))
}
