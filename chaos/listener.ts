import { setTimeout as pause } from 'node:timers/promises'
import type { Recorder } from './history.ts'
import { SLUG } from './restaurant.ts'
import type { System } from './system.ts'

const TRY_AGAIN_MS = 100

/** Reads the queue's own stream of events from its beginning, so that none is missed, through every fault. */
export class Listener {
  /** The last one that was read. */
  at = '0-0'
  read = 0
  #redis: ReturnType<System['dial']>
  #recorder: Recorder

  constructor(system: System, recorder: Recorder) {
    this.#redis = system.dial()
    this.#recorder = recorder
  }

  async listen(): Promise<void> {
    while (this.#redis.status !== 'end') {
      const answer = await this.#redis
        .xread('COUNT', 1000, 'BLOCK', 1000, 'STREAMS', `{${SLUG}}:orders:events`, this.at)
        .catch(() => pause(TRY_AGAIN_MS))
      for (const [id, fields] of answer?.[0]?.[1] ?? []) {
        this.at = id
        this.read += 1
        const facts = new Map(pairs(fields))
        this.#recorder.note({
          what: 'event',
          at: Number.parseInt(id, 10),
          name: facts.get('event') ?? '',
          id: facts.get('jobId') ?? '',
        })
      }
    }
  }

  hangUp(): void {
    this.#redis.disconnect()
  }
}

function pairs(fields: string[]): [string, string][] {
  return fields.flatMap((field, index) =>
    index % 2 === 0 ? [[field, fields[index + 1] ?? ''] as [string, string]] : [],
  )
}
