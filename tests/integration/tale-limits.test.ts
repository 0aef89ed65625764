import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { after, before, test } from 'node:test'
import { z } from 'zod'
import { Order } from '#orders/order.ts'
import type { Rush } from '#rush/rush.ts'
import { MOST_COOKS } from '#rush/settings.ts'
import { askUntilRefused } from '#tests/support/ask-until-refused.ts'
import { call, postOrder } from '#tests/support/call-api.ts'
import { newKey, some } from '#tests/support/kitchen-table.ts'
import { readOpenApi } from '#tests/support/open-api.ts'
import {
  asItsStarter,
  followRush,
  hire,
  isOver,
  postRush,
  RUSHES,
  startRush,
  startTale,
  stopRush,
} from '#tests/support/start-tale.ts'
import { until } from '#tests/support/until.ts'

const RUSH = `${RUSHES}/{id}`
const FOR_GUESTS = { seed: 1, perMinute: 0, clerks: 1, cooks: 1, speed: 30, minutes: 30 } as const
const ORDERS_PER_MINUTE = 20

let tale: Awaited<ReturnType<typeof startTale>>
let url: string
let api: Awaited<ReturnType<typeof readOpenApi>>

before(async () => {
  tale = await startTale({ ordersPerMinute: ORDERS_PER_MINUTE })
  url = tale.nugget.url
  api = await readOpenApi(url)
})
after(() => tale.stop())

test('without a rush nobody works there, so nothing is ordered, and one is told what to do', async () => {
  for (const restaurant of ['tale-office', 'tale-apartment']) {
    const answer = await postOrder(url, { restaurant, body: some('coffee') })
    assert.equal(answer.status, 409)
    api.check('post', '/api/{restaurant}/orders', answer)
    assert.match(JSON.stringify(answer.body), /start one with POST \/api\/tale\/rushes/)
  }
})

test('a file that the tale does not show is not found, whatever its name is made of', async () => {
  for (const name of ['%25E0%25A4%25A', '%2525', 'orders/board.ts', '..%2f..%2fpackage.json']) {
    assert.equal((await fetch(`${url}/tale/source/${name}`)).status, 404, name)
  }
})

test('a rush larger than the shop’s limit is served, and the kiosk beside it may order as ever', async () => {
  const request = { seed: 7, perMinute: 36, minutes: 1, speed: 30, cooks: 4, patienceMinutes: null } as const
  const path = await startRush(url, request)
  const kiosk: number[] = []
  const done = await followRush(url, path, rush => {
    if (kiosk.length < ORDERS_PER_MINUTE / 2) void order('office').then(status => kiosk.push(status))
    return isOver(rush)
  })
  assert.ok(done.customers.expected > ORDERS_PER_MINUTE, `${done.customers.expected} customers`)
  assert.equal(done.sides.office.served, done.customers.expected)
  assert.equal(done.sides.apartment.served, done.customers.expected)
  assert.deepEqual(new Set([...kiosk, await order('office')]), new Set([202]))
})

test('whoever plays in the tale is counted there, and may order in the shop all the same', async () => {
  const path = await startRush(url, FOR_GUESTS)
  await followRush(url, path, ({ state }) => state === 'running')
  const { letIn, counted } = await askUntilRefused(async () => ({ status: await order('tale-office') }))
  assert.ok(counted <= ORDERS_PER_MINUTE && letIn >= ORDERS_PER_MINUTE, `${letIn} let in, ${counted} counted`)
  assert.equal(await order('office'), 202)
  await stopRush(url, path)
  await followRush(url, path, isOver)
})

test('however many cooks are asked for at once, eight cook, and each who came is told of', async () => {
  const path = await startRush(url, FOR_GUESTS)
  await followRush(url, path, ({ state }) => state === 'running')
  const answers = await Promise.all(Array.from({ length: 11 }, () => hire(url, path)))
  for (const answer of answers) api.check('post', `${RUSH}/cooks`, answer)
  const hired = MOST_COOKS - FOR_GUESTS.cooks
  assert.equal(answers.filter(({ status }) => status === 202).length, hired)
  assert.equal(answers.filter(({ status }) => status === 409).length, 11 - hired)

  const full = await followRush(url, path, ({ hires }) => hires.length === hired)
  assert.equal(full.sides.office.cooks.filter(({ alive }) => alive).length, MOST_COOKS)
  assert.deepEqual(
    full.hires.map(({ cook }) => cook),
    [1, 2, 3, 4, 5, 6, 7],
  )
  assert.equal((await hire(url, path)).status, 409)
  await stopRush(url, path)
  await followRush(url, path, isOver)
})

test('a cook who is asked to help and does not come is told of', async () => {
  const path = await startRush(url, FOR_GUESTS)
  const failures = ({ events }: Rush) => events.filter(({ words }) => /does not come/.test(words))
  let told = await followRush(url, path, ({ state }) => state === 'running')
  let came: number
  do {
    came = told.hires.length
    const known = told.sides.office.cooks.map(({ pid }) => pid)
    assert.equal((await hire(url, path)).status, 202)
    const coming = await until('the cook is on the way', () =>
      kitchensOf(tale.rush.pid).find(pid => !known.includes(pid)),
    )
    process.kill(coming, 'SIGKILL')
    told = await followRush(url, path, rush => failures(rush).length > 0 || rush.hires.length > came)
    // Whoever was killed too late had come: then the next one is asked.
  } while (failures(told).length === 0)
  assert.match(failures(told)[0]?.words ?? '', /^A cook who was asked to help does not come: .*SIGKILL/)
  assert.equal(told.hires.length, came)
  await stopRush(url, path)
  await followRush(url, path, isOver)
})

test('one cook stays, however many are asked to leave', async () => {
  const path = await startRush(url, { ...FOR_GUESTS, cooks: 3 })
  await followRush(url, path, ({ state }) => state === 'running')
  const walkOut = (cook: number) =>
    call(url, `${path}/cooks/${cook}`, { method: 'DELETE', headers: asItsStarter(path) })
  assert.deepEqual(
    [(await walkOut(0)).status, (await walkOut(1)).status, (await walkOut(0)).status],
    [202, 202, 202],
  )
  const last = await walkOut(2)
  assert.equal(last.status, 409)
  api.check('delete', `${RUSH}/cooks/{cook}`, last)
  assert.match(JSON.stringify(last.body), /Nobody else would cook/)

  assert.equal((await hire(url, path)).status, 202)
  await followRush(url, path, ({ hires }) => hires.length === 1)
  assert.equal((await walkOut(2)).status, 202)
  assert.equal((await walkOut(3)).status, 409)
  await stopRush(url, path)
  await followRush(url, path, isOver)
})

test('what is wrong with a rush is told in words, and not a thousand times', async () => {
  const told = async (body: object) => {
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': newKey() }
    const answer = await call(url, RUSHES, { method: 'POST', headers, body: JSON.stringify(body) })
    assert.equal(answer.status, 422)
    api.check('post', RUSHES, answer)
    return z.object({ errors: z.array(z.unknown()) }).parse(answer.body).errors
  }
  assert.deepEqual(await told({}), [{ pointer: '/seed', detail: 'is missing; it must be a number' }])
  assert.deepEqual(await told({ seed: 1, cooks: 9 }), [{ pointer: '/cooks', detail: 'must be at most 8' }])
  const unknown = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`field${index}`, 1]))
  assert.equal((await told({ seed: 1, ...unknown })).length, 20)
})

test('only who started a rush may end it or change its crew; everybody may watch', async () => {
  const key = newKey()
  const path = (await postRush(url, FOR_GUESTS, key)).headers.get('location') ?? ''
  await followRush(url, path, ({ state }) => state === 'running')
  for (const said of ['', `Bearer ${newKey()}`, key]) {
    const headers = { Authorization: said, 'Idempotency-Key': newKey() }
    for (const [method, described, where] of [
      ['delete', RUSH, path],
      ['post', `${RUSH}/cooks`, `${path}/cooks`],
      ['delete', `${RUSH}/cooks/{cook}`, `${path}/cooks/0`],
    ] as const) {
      const answer = await call(url, where, { headers, method: method.toUpperCase() })
      assert.equal(answer.status, 403)
      api.check(method, described, answer)
    }
  }
  assert.equal((await call(url, path)).status, 200)
  assert.deepEqual(asItsStarter(path), { Authorization: `Bearer ${key}` })
  assert.equal((await stopRush(url, path)).status, 200)
  await followRush(url, path, isOver)
})

function kitchensOf(rush: number | undefined): number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n')
  return lines.flatMap(line => {
    const [pid, parent] = line.trim().split(/\s+/).map(Number)
    return pid !== undefined && parent === rush && line.includes('workers/kitchen.ts') ? [pid] : []
  })
}

async function order(restaurant: string): Promise<number> {
  const { status, body } = await postOrder(url, { restaurant, body: some('coffee') })
  if (status === 202) Order.parse(body)
  return status
}
