import { type Job, Worker } from 'bullmq'
import { z } from 'zod'
import { environment } from '#orders/environment.ts'
import { logNowAndThen, openPatient } from '#orders/redis.ts'
import { restWhileRefused } from '#orders/rest-while-refused.ts'
import { keyOf } from '#orders/script.ts'
import { speakUnheard } from '#orders/speak-unheard.ts'
import { type End, endRush } from '#rush/end-rush.ts'
import { playRush, RushLost } from '#rush/play-rush.ts'
import type { Rush } from '#rush/rush.ts'
import { KEEP_SECONDS, MOST_KEPT, RUSHES_QUEUE, writeRush } from '#rush/rushes.ts'
import { RushSettings } from '#rush/settings.ts'
import { TALE } from '#rush/tale.ts'
import { tidyUp } from '#rush/tidy-up.ts'
import { giveSigns } from './give-signs.ts'

/** A rush whose process died is over within eleven seconds of the next one's start: nobody plays half a rush. */
const LOCK_MS = 8_000
const LOOK_FOR_STALLED_EVERY_MS = 3_000
const CLOSE_WITHIN_MS = 10_000

const DIED = 'The process that played it died.'
const TOO_LONG =
  'For too long nobody could know whether it was still played: Redis was away, or this machine slept.'

const JobData = z.object({ settings: RushSettings })

const url = readUrl()

speakUnheard()
giveSigns()
const closing = new AbortController()
let losing = new AbortController()
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
worker.on('error', restWhileRefused(worker))
worker.on('lockRenewalFailed', () => losing.abort(new RushLost(TOO_LONG)))
worker.on('completed', tidy)
worker.on('failed', async (job, error) => {
  console.error(`rush: ${error.message}`)
  // One that was played here is over already.
  if (job?.id) await endRush(job.id, { state: 'failed', reason: DIED }, closing.signal)
  await tidy()
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
  losing = new AbortController()
  const stopping = new AbortController()
  const stop = AbortSignal.any([stopping.signal, closing.signal, losing.signal])
  const tell = async (rush: Rush) => {
    const { word, wishes } = await writeRush(rush)
    if (word === 'stop') stopping.abort()
    if (word === 'over') losing.abort(new RushLost(DIED))
    return wishes
  }
  // Unless it says itself how it ended.
  let end: End = { state: 'stopped', reason: null }
  try {
    const { settings } = JobData.parse(data)
    await playRush({ id, settings, url, stop, tell })
  } catch (error) {
    const failure = losing.signal.aborted ? losing.signal.reason : stop.aborted ? null : error
    if (failure === null) return
    end = { state: 'failed', reason: failure instanceof Error ? failure.message : String(failure) }
    throw failure
  } finally {
    await endRush(id, end, closing.signal)
  }
}

async function tidy(): Promise<void> {
  await tidyUp().catch(logNowAndThen('rush'))
}

async function close(): Promise<void> {
  setTimeout(() => process.exit(1), CLOSE_WITHIN_MS)
  closing.abort()
  await worker.close()
  await tidy()
  process.exit(0)
}
