import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Redis } from 'ioredis'
import type { OfficeSide, Rush } from '#rush/rush.ts'
import { MOST_GUESTS } from '#rush/turns.ts'
import { call } from '#tests/support/call-api.ts'
import { newKey } from '#tests/support/kitchen-table.ts'
import { readOpenApi } from '#tests/support/open-api.ts'
import { followRush, isOver, RUSHES, startRush, startTale, stopRush } from '#tests/support/start-tale.ts'

const TURNS = `${RUSHES}/{id}/turns`
/** One clerk, and more customers than one can listen to. */
const CROWDED = { seed: 7, perMinute: 40, minutes: 2, speed: 4, clerks: 1, patienceMinutes: null } as const

let tale: Awaited<ReturnType<typeof startTale>>
let url: string

before(async () => {
  tale = await startTale()
  url = tale.nugget.url
})
after(() => tale.stop())

const atTheCounter = ({ line, clerks }: OfficeSide) => [...clerks, ...line]
const guestsIn = ({ line }: OfficeSide) => line.filter(person => person === 'guest').length
const isHere = ({ sides }: Rush) => atTheCounter(sides.office).includes('guest')

test('a guest stands behind those who came before, and before those who came later', async () => {
  const api = await readOpenApi(url)
  const path = await startRush(url, CROWDED)
  const { sides } = await followRush(url, path, ({ sides }) => sides.office.line.length > 2)
  const ahead = atTheCounter(sides.office)
  const saying = stand(path)
  const here = await followRush(url, path, isHere)
  const place = here.sides.office.line.indexOf('guest')
  const before = new Set([...ahead, ...atTheCounter(here.sides.office).slice(0, place + 1)])

  const served = await followRush(url, path, ({ sides: { office } }) => {
    if (office.clerks.includes('guest')) return true
    assert.ok(
      office.clerks.every(customer => customer === null || before.has(customer)),
      `${office.clerks}`,
    )
    return false
  })
  assert.ok(served.sides.office.line.length > 0, 'nobody came later')
  const said = await saying
  assert.equal(said.status, 204)
  api.check('post', TURNS, said)
  await followRush(url, path, rush => !isHere(rush))

  const crowd = new AbortController()
  const many = Array.from({ length: 30 }, () => stand(path, crowd.signal).catch(() => null))
  const refused = (await Promise.race(many)) ?? assert.fail('nobody was refused')
  assert.equal(refused.status, 503)
  api.check('post', TURNS, refused)
  await followRush(url, path, ({ sides }) => guestsIn(sides.office) === MOST_GUESTS)
  crowd.abort()
  await followRush(url, path, rush => !isHere(rush))

  const leaving = new AbortController()
  const left = stand(path, leaving.signal).catch(() => 'left')
  await followRush(url, path, ({ sides }) => sides.office.line.includes('guest'))
  leaving.abort()
  assert.equal(await left, 'left')
  await followRush(url, path, rush => !isHere(rush))
  await stopRush(url, path)
  await followRush(url, path, isOver)
})

test('however many guests came before, a clerk listens to the next', async () => {
  const path = await startRush(url, { ...CROWDED, perMinute: 0, minutes: 8, speed: 4 })
  const { id } = await followRush(url, path, ({ state }) => state === 'running')
  const redis = new Redis({ path: tale.nugget.redisUrl.slice('unix:'.length) })
  const many = Array.from({ length: 10_000 }, (_, index) => `guest ${index}`)
  await redis.hset(`{tale}:rush:${id}:turns`, Object.fromEntries(many.map(guest => [guest, 'full'])))
  const leave = many.map(guest => JSON.stringify({ do: 'leave', guest }))
  await redis.rpush(`{tale}:rush:${id}:wishes`, ...leave).finally(() => redis.disconnect())
  assert.equal((await stand(path)).status, 204)
  await stopRush(url, path)
  await followRush(url, path, isOver)
})

test('where no rush is on nobody listens', async () => {
  const api = await readOpenApi(url)
  const path = await startRush(url, { ...CROWDED, minutes: 0.5, speed: 60, perMinute: 10 })
  await followRush(url, path, isOver)
  for (const [where, status] of [
    [path, 409],
    [`${RUSHES}/0123456789abcdef`, 404],
  ] as const) {
    const answer = await stand(where)
    assert.equal(answer.status, status)
    api.check('post', TURNS, answer)
  }
})

function stand(path: string, signal?: AbortSignal) {
  return call(url, `${path}/turns`, { method: 'POST', headers: { 'Idempotency-Key': newKey() }, signal })
}
