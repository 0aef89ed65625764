import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

export type Muffler = {
  /** For `REDIS_URL`. */
  url: string
  /** The connections that are open now stay open and carry nothing any more, as when a router on the way forgot them. */
  muffle: () => void
  /** Whoever dials from now on reaches the Redis at that socket; the connections that are open now stay. */
  leadTo: (socketPath: string) => void
  close: () => Promise<void>
}

/** A door to the Redis at this unix socket, which can be muffled. */
export async function openMuffler(socketPath: string): Promise<Muffler> {
  let leadsTo = socketPath
  const pairs = new Set<[Socket, Socket]>()
  const server = createServer(client => {
    const redis = connect(leadsTo)
    const pair: [Socket, Socket] = [client, redis]
    pairs.add(pair)
    client.pipe(redis).pipe(client)
    for (const socket of pair) {
      socket.on('error', () => {})
      socket.on('close', () => {
        pairs.delete(pair)
        for (const other of pair) other.destroy()
      })
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port is free')

  return {
    url: `redis://127.0.0.1:${address.port}`,
    muffle() {
      for (const [client, redis] of pairs) {
        client.unpipe(redis).pause()
        redis.unpipe(client).pause()
      }
    },
    leadTo(path) {
      leadsTo = path
    },
    async close() {
      server.close()
      for (const sockets of pairs) for (const socket of sockets) socket.destroy()
      await once(server, 'close')
    },
  }
}
