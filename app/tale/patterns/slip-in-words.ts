import type { Slip } from '#rush/slip.ts'

/** Where an order stands, as its slip has it; the queue does not know that it is `isWithNobody`. */
export function slipInWords({ lies, tries, kitchensLost, lockSeconds }: Slip, isWithNobody: boolean): string {
  switch (lies) {
    case 'wait':
      return 'in line'
    case 'active':
      if (isWithNobody)
        return lockSeconds === null
          ? 'in nobody’s hands, and its lock has run out'
          : `in nobody’s hands, locked for ${lockSeconds} s`
      return kitchensLost === 0 && tries.made === 0
        ? `in a cook’s hands, locked for ${lockSeconds ?? 0} s`
        : `in a cook’s hands, again, locked for ${lockSeconds ?? 0} s`
    case 'completed':
      return tries.made > 1 ? `ready, at try ${tries.made}` : 'ready'
    case 'failed':
      return `See the counter: ${tries.made} tries of ${tries.of}`
    case 'none':
      return 'collected'
  }
}

/** The same once the kitchen has closed: what it was still at may have gone on while nobody looked. */
export function slipAtTheEnd(slip: Slip, isWithNobody: boolean): string {
  switch (slip.lies) {
    case 'wait':
      return 'last seen in line'
    case 'active':
      return `last seen in ${isWithNobody ? 'nobody’s' : 'a cook’s'} hands`
    default:
      return slipInWords(slip, isWithNobody)
  }
}
