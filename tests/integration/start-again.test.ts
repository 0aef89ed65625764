import assert from 'node:assert/strict'
import { test } from 'node:test'
import { at, npmStart, offspring, placeOrder, readOrder, withNpmStart } from '#tests/support/npm-start.ts'
import { until } from '#tests/support/until.ts'

withNpmStart()

test('what ends by itself is started again', async () => {
  const starter = await npmStart()

  for (const name of ['redis', 'next', 'kitchen', 'rush']) {
    const victim = offspring().find(({ command }) => command.includes(name))
    assert.ok(victim, name)
    process.kill(victim.pid, 'SIGKILL')
    await until(`${name} back`, () => offspring().some(p => p.command.includes(name) && p.pid !== victim.pid))
  }
  assert.match(starter.output, /Redis ended by itself \(SIGKILL\)/)
  assert.match(starter.output, /The web server ended by itself \(SIGKILL\)/)
  assert.match(starter.output, /The kitchen ended by itself \(SIGKILL\)/)
  assert.match(starter.output, /The rush ended by itself \(SIGKILL\)/)
  await until('open again', async () => (await fetch(at('/api/health/ready'))).ok)
})

test('what is frozen is killed and started again, and no order is lost', async () => {
  const starter = await npmStart({}, ['--silent-ms', '5000'])
  const { id, number } = await placeOrder()
  const victims = ['redis', 'next', 'kitchen', 'rush'].map(name => {
    const victim = offspring().find(({ command }) => command.includes(name))
    assert.ok(victim, name)
    process.kill(victim.pid, 'SIGSTOP')
    return { name, pid: victim.pid }
  })
  for (const { name, pid } of victims) {
    await until(`${name} back`, () => offspring().some(p => p.command.includes(name) && p.pid !== pid))
  }
  for (const name of ['Redis', 'The web server', 'The kitchen', 'The rush']) {
    assert.match(starter.output, new RegExp(`${name} gave no sign of life for 5 s; killing it\n`))
  }
  assert.equal(offspring().filter(({ pid }) => victims.some(victim => victim.pid === pid)).length, 0)
  await until('open again', async () => (await fetch(at('/api/health/ready'))).ok)
  assert.equal((await readOrder(id)).number, number)
})
