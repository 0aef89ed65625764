import { setTimeout as pause } from 'node:timers/promises'
import { type Job, WaitingError } from 'bullmq'
import { z } from 'zod'
import { environment } from './environment.ts'
import { JobData } from './read-order.ts'

const Progress = z.object({ done: z.int().min(0) }).catch({ done: 0 })

/**
 * Cooks the portions of an order one after the other. Each that is done is written down,
 * so that a cook who takes the order up again goes on from there. The last one is not:
 * that the order is ready says it.
 *
 * When `signal` aborts, the order goes back to the head of the line, for the next cook.
 */
export async function cookOrder(job: Job, token?: string, signal?: AbortSignal): Promise<void> {
  const portions = JobData.parse(job.data).items.flatMap(({ cookSeconds, quantity }) =>
    Array.from({ length: quantity }, () => (cookSeconds * 1000) / environment().kitchenSpeed),
  )

  const { done } = Progress.parse(job.progress)
  for (const [index, cookMs] of portions.entries()) {
    if (index < done) continue
    if (!(await cook(cookMs, signal))) {
      await job.moveToWait(token)
      throw new WaitingError()
    }
    if (index < portions.length - 1) await job.updateProgress({ done: index + 1, total: portions.length })
  }
}

/** False when the cook was called away. */
async function cook(ms: number, signal?: AbortSignal): Promise<boolean> {
  try {
    signal?.throwIfAborted()
    if (ms > 0) await pause(ms, undefined, { signal })
    return true
  } catch (error) {
    if (signal?.aborted) return false
    throw error
  }
}
