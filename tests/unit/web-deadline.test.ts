import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { goneWithinMs } from '#orders/close-restaurant.ts'
import { readEnvironment } from '#orders/environment.ts'
import { runNode } from '#scripts/run-process.ts'
import { webDeadlineMs } from '#scripts/web-deadline.ts'
import { until } from '#tests/support/until.ts'

const { drainSeconds: LONGEST_DRAIN } = readEnvironment({ DRAIN_SECONDS: '60' }) // 61 is refused
const REDIS_STOPS_WITHIN_MS = 20_000

test('a web server is not killed before it has served for as long as DRAIN_SECONDS says, and closed', () => {
  for (const drainSeconds of [0, 3, 26, LONGEST_DRAIN]) {
    assert.ok(webDeadlineMs(drainSeconds) > goneWithinMs(drainSeconds), `${drainSeconds}`)
    assert.ok(goneWithinMs(drainSeconds) > drainSeconds * 1000, `${drainSeconds}`)
  }
})

test('containers and systemd wait for the longest DRAIN_SECONDS', () => {
  const web = /^ {2}web:\n(?: {4}.*\n)*/m.exec(readFileSync('docker-compose.yml', 'utf8'))?.[0] ?? ''
  const compose = Number(/^ {4}stop_grace_period: (\d+)s$/m.exec(web)?.[1])
  assert.ok(compose * 1000 > goneWithinMs(LONGEST_DRAIN), `stop_grace_period: ${compose}s`)

  const page = readFileSync('docs/operations.md', 'utf8')
  const systemd = Number(/^TimeoutStopSec=(\d+)$/m.exec(page)?.[1])
  assert.ok(
    systemd * 1000 > webDeadlineMs(LONGEST_DRAIN) + REDIS_STOPS_WITHIN_MS,
    `TimeoutStopSec=${systemd}`,
  )
})

test('a process is killed when its deadline is over, and not before', async () => {
  const stop = async (stoppingDeadlineMs: number) => {
    let ready = false
    const onLine = () => {
      ready = true
    }
    const slow =
      "process.on('SIGTERM', () => setTimeout(process.exit, 500, 0)); setInterval(console.log, 10, 'ready')"
    const child = runNode(['--eval', slow], { stoppingDeadlineMs, onLine, onErrorLine: console.error })
    await until('ready', () => ready)
    await child.stop()
    return child.ended
  }
  assert.deepEqual(await Promise.all([stop(50), stop(20_000)]), ['SIGKILL', 'exit code 0'])
})
