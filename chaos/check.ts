import { answers } from './demands/answers.ts'
import type { Demand, Judgement } from './demands/demand.ts'
import { flowsAgain } from './demands/flows-again.ts'
import { forwards } from './demands/forwards.ts'
import { lost } from './demands/lost.ts'
import { onTheBoard } from './demands/on-the-board.ts'
import { oneKey } from './demands/one-key.ts'
import { oneNumber } from './demands/one-number.ts'
import { readyOnce } from './demands/ready-once.ts'
import { takenUp } from './demands/taken-up.ts'
import { unplaced } from './demands/unplaced.ts'
import type { History } from './history.ts'
import { knowOrders } from './known-orders.ts'

const DEMANDS: Demand[] = [
  lost,
  unplaced,
  oneKey,
  oneNumber,
  forwards,
  readyOnce,
  onTheBoard,
  answers,
  takenUp,
  flowsAgain,
]

export type Row = Pick<Demand, 'what' | 'most' | 'unit'> & Judgement & { holds: boolean }

/** Holds a history against every demand. One that found nothing to look at does not hold: it has shown nothing. */
export function check(history: History): Row[] {
  const known = knowOrders(history)
  return DEMANDS.map(demand => {
    const { what, most, unit } = demand
    const judgement = demand.judge(history, known)
    const holds = judgement.looked > 0 && judgement.findings.length === 0 && judgement.found <= most
    return { what, most, ...(unit && { unit }), ...judgement, holds }
  })
}
