import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { test } from 'node:test'
import { promisify } from 'node:util'

const LIST = "import('#scripts/list-screens.ts').then(screens => console.log(screens.listScreens(4000)))"

test('the tale is among the screens when it is on, and only then', async () => {
  const tale = /the tale +http:\/\/localhost:4000\/tale\n/
  assert.match(await listWith('on'), tale)
  assert.doesNotMatch(await listWith('off'), /tale/)
})

/** The environment is read once in a process. */
async function listWith(TALE: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', LIST], {
    env: { ...process.env, TALE },
  })
  return stdout
}
