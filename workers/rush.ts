import { type Job, Worker } from 'bullmq'
import { z } from 'zod'
import { environment } from '#orders/environment.ts'
import { logNowAndThen, openPatient } from '#orders/redis.ts'
import { keyOf } from '#orders/script.ts'
import { speakUnheard } from '#orders/speak-unheard.ts'
import { playRush } from '#rush/play-rush.ts'
import { ENDED, type Rush, type RushState } from '#rush/rush.ts'
import { KEEP_SECONDS, MOST_KEPT, RUSHES_QUEUE, readRush, writeRush } from '#rush/rushes.ts'
import { RushSettings } from '#rush/settings.ts'
import { TALE } from '#rush/tale.ts'
import { giveSigns } from './give-signs.ts'

/** A rush whose process died is over within eleven seconds of the next one's start: nobody plays half a rush. */
const LOCK_MS = 8_000
const LOOK_FOR_STALLED_EVERY_MS = 3_000
const CLOSE_WITHIN_MS = 10_000

const JobData = z.object({ settings: RushSettings })

const url = readUrl()

speakUnheard()
giveSigns()
const closing = new AbortController()
const worker = new Worker(RUSHES_QUEUE, play, {
  connection: openPatient('nugget-rush'),
  prefix: keyOf(TALE),
  concurrency: 1,
  lockDuration: LOCK_MS,
  stalledInterval: LOOK_FOR_STALLED_EVERY_MS,
  maxStalledCount: 0,
  removeOnComplete: { age: KEEP_SECONDS, count: MOST_KEPT },
  removeOnFail: { age: KEEP_SECONDS, count: MOST_KEPT },
})
worker.on('error', logNowAndThen('rush'))
worker.on('failed', (job, error) => {
  console.error(`rush: ${error.message}`)
  if (job?.id) sayEnded(job.id, 'failed', error.message).catch(logNowAndThen('rush'))
})
console.log('rush: ready for customers')

process.once('SIGTERM', close)
process.once('SIGINT', close)
process.once('disconnect', close)

/** Of the web server that answers for both restaurants. */
function readUrl(): string {
  try {
    const { webUrl, tale } = environment()
    if (!tale) throw new Error('TALE is off')
    return webUrl
  } catch (error) {
    console.error(`rush: ${error instanceof Error ? error.message : error}`)
    process.exit(1)
  }
}

async function play({ id = '', data }: Job): Promise<void> {
  const { settings } = JobData.parse(data)
  const stopping = new AbortController()
  const stop = AbortSignal.any([stopping.signal, closing.signal])
  const tell = async (rush: Rush) => {
    const { stop, wishes } = await writeRush(rush)
    if (stop) stopping.abort()
    return wishes
  }
  try {
    await playRush({ id, settings, url, stop, tell })
  } catch (error) {
    if (!stop.aborted) throw error
    await sayEnded(id, 'stopped', null)
  }
}

async function sayEnded(id: string, state: RushState, reason: string | null): Promise<void> {
  const rush = await readRush(id)
  if (rush && !ENDED.includes(rush.state)) await writeRush({ ...rush, state, reason })
}

async function close(): Promise<void> {
  setTimeout(() => process.exit(1), CLOSE_WITHIN_MS)
  closing.abort()
  await worker.close()
  process.exit(0)
}
