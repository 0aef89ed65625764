import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** A web server whose starter was killed takes this long to notice and to leave. */
const PATIENCE_MS = 3_000
const ASKING_AGAIN_MS = 100

/** Throws one line when somebody else keeps the port, or when this user may not have it. */
export async function untilPortIsFree(port: number, stop: AbortSignal): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    const problem = await tryPort(port)
    if (!problem) return

    if (problem !== 'EADDRINUSE') throw new Error(`PORT: ${port} cannot be opened here (${problem})`)
    if (Date.now() > deadline) {
      throw new Error(
        `PORT: ${port} is in use by another program; choose another, as in PORT=${port + 1} npm start`,
      )
    }
    await pause(ASKING_AGAIN_MS, undefined, { signal: stop })
  }
}

async function tryPort(port: number): Promise<string | undefined> {
  const server = createServer().listen(port)
  try {
    await once(server, 'listening')
    return undefined
  } catch (error) {
    return error instanceof Error && 'code' in error ? `${error.code}` : `${error}`
  } finally {
    server.close()
  }
}
