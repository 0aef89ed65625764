import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Diary } from '#rush/diary.ts'
import { readRush, startRush, stopRush } from '#rush/rushes.ts'
import { MOST_CUSTOMERS, type RushRequest, settingsOf } from '#rush/settings.ts'
import { readVisit, writeVisits } from '#rush/visits.ts'
import { newKey, withOwnRedis } from '#tests/support/kitchen-table.ts'

const SCENE: RushRequest = { seed: 1, perMinute: 0 }
const LARGE: RushRequest = { seed: 1, perMinute: 60, minutes: MOST_CUSTOMERS / 60, speed: 20 }

withOwnRedis()

test('what happened in a rush is known for forty scenes, and until later rushes take its place', async () => {
  const id = await leaveBehind({ seed: 1 })
  for (let scenes = 0; scenes < 40; scenes++) await leaveBehind(SCENE)
  assert.ok(await readRush(id))
  assert.ok(await readVisit(id, 1))

  for (let rushes = 0; rushes < 6; rushes++) await leaveBehind(LARGE)
  assert.ok(await readRush(id))
  assert.equal(await readVisit(id, 1), null)
})

/** A rush that is over, and in which somebody was. */
async function leaveBehind(request: RushRequest): Promise<string> {
  const key = newKey()
  const { rush } = await startRush(settingsOf(request), key)
  const diary = new Diary()
  diary.come(1)
  await writeVisits(rush.id, diary.takeChanged())
  await stopRush(rush.id, key)
  return rush.id
}
