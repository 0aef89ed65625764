import type { History } from '../history.ts'
import { clock, type Demand } from './demand.ts'

/**
 * A kitchen has made an order ready, and every web process has taken a new one, or said that the line is full: it is when one outage
 * came upon another. Who says so must take new ones later.
 */
export const flowsAgain: Demand = {
  what: "time from Redis' return until orders flow again",
  most: 5_000,
  unit: 'ms',
  judge(history) {
    const waits = history.returns.map(({ at, after }) => {
      const ms = waitForFlow(history, at)
      return {
        ms: ms ?? Number.POSITIVE_INFINITY,
        words: `Redis was back at ${clock(at)} (${after}), and orders flowed ${ms === undefined ? 'never again' : `after ${ms} ms`}`,
        at,
        ids: [],
      }
    })
    return {
      found: Math.max(0, ...waits.map(({ ms }) => ms)),
      findings: waits.filter(({ ms }) => ms > this.most),
      looked: waits.length,
      at: 'returns',
    }
  },
}

/** Undefined when they never did. */
export function waitForFlow({ asked, told }: History, at: number): number | undefined {
  const since = asked.filter(({ to, replayed }) => to > at && !replayed)
  const webs = new Set(asked.map(({ web }) => web))
  const accepted = [...webs].map(name => {
    const told = since.filter(
      ({ web, outcome }) => web === name && (outcome === 'acknowledged' || outcome === 'full'),
    )
    return told.some(({ outcome }) => outcome === 'acknowledged') ? told[0] : undefined
  })
  const ready = told.find(event => event.name === 'completed' && event.at > at)
  if (!ready || accepted.length === 0) return undefined
  return accepted.reduce<number | undefined>(
    (latest, first) => (first && latest !== undefined ? Math.max(latest, first.to - at) : undefined),
    ready.at - at,
  )
}
