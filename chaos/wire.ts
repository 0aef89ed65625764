import { once } from 'node:events'
import { connect, createServer, type ListenOptions, type NetConnectOpts, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** A wire between two parts that can be made slow, and cut. Undisturbed it hands on every byte at once. */
export class Wire {
  readonly name: string
  /** Every byte is late by so much, in each direction. */
  delayMs = 0
  #cutNext = 0
  #to: NetConnectOpts
  #lines = new Set<Socket>()
  #server = createServer(client => this.#join(client))

  constructor(name: string, to: NetConnectOpts) {
    this.name = name
    this.#to = to
  }

  async listen(at: ListenOptions): Promise<void> {
    this.#server.listen(at)
    await once(this.#server, 'listening')
  }

  /** The next `replies` are cut: half of each passes, then the line is dead on both sides. */
  cut(replies: number): void {
    this.#cutNext += replies
  }

  heal(): void {
    this.delayMs = 0
    this.#cutNext = 0
  }

  close(): void {
    this.#server.close()
    for (const line of this.#lines) line.destroy()
  }

  #join(client: Socket): void {
    const server = connect(this.#to)
    const hangUp = () => {
      client.destroy()
      server.destroy()
    }
    for (const line of [client, server]) {
      this.#lines.add(line)
      line.setNoDelay(true)
      line.on('error', hangUp)
      line.once('close', () => this.#lines.delete(line))
    }
    this.#handOn(client, server)
    this.#handOn(server, client, chunk => {
      if (this.#cutNext === 0) return false
      this.#cutNext -= 1
      client.write(chunk.subarray(0, chunk.length >> 1), hangUp)
      return true
    })
  }

  /** Hands on what comes, in order, and then the end; until `cut` has taken a chunk. */
  #handOn(from: Socket, to: Socket, cut: (chunk: Buffer) => boolean = () => false): void {
    const late: { due: number; chunk: Buffer | undefined }[] = []
    let underWay = false
    let isCut = false

    const send = (chunk: Buffer | undefined) => {
      if (isCut || to.destroyed) return
      if (!chunk) to.destroySoon()
      else if (cut(chunk)) isCut = true
      else to.write(chunk)
    }
    const sendLate = async () => {
      underWay = true
      for (let next = late.shift(); next; next = late.shift()) {
        const restMs = next.due - performance.now()
        if (restMs > 0) await pause(restMs)
        send(next.chunk)
      }
      underWay = false
    }
    const take = (chunk: Buffer | undefined) => {
      if (this.delayMs === 0 && !underWay) return send(chunk)
      late.push({ due: performance.now() + this.delayMs, chunk })
      if (!underWay) void sendLate()
    }
    from.on('data', take)
    from.once('close', () => take(undefined))
  }
}
