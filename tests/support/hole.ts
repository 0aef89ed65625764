import { connect, createServer, type Socket } from 'node:net'

/** A line between a browser and a server that can swallow all that is said, as a dead switch does: nothing is refused, nothing comes. */
export type Hole = { url: string; swallow: () => void; mend: () => void; close: () => Promise<void> }

export async function digHole(to: string): Promise<Hole> {
  const { hostname, port } = new URL(to)
  const ends = new Set<Socket>()
  let open = false

  const server = createServer(near => {
    const far = connect(Number(port), hostname)
    for (const [from, into] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(from)
      from.on('error', () => into.destroy()).on('close', () => ends.delete(from))
      from.pipe(into)
      if (open) from.pause()
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port is free')

  return {
    url: `http://127.0.0.1:${address.port}`,
    swallow() {
      open = true
      for (const end of ends) end.pause()
    },
    mend() {
      open = false
      for (const end of ends) end.resume()
    },
    async close() {
      for (const end of ends) end.destroy()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
