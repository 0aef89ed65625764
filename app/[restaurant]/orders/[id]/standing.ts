import type { Order } from '#orders/order.ts'

/** What the ticket says: the headline, and what it means for the customer. */
export type Standing = { title: string; detail: string }

/** How the order stands, in the restaurant's words. */
export function standingOf(order: Order): Standing {
  switch (order.status) {
    case 'preparing':
      return preparing(order)
    case 'ready':
      return { title: 'Ready', detail: 'Your food waits at the counter.' }
    case 'missed':
      return {
        title: 'Still here for you',
        detail: 'Your number has left the wall; your food waits at the counter.',
      }
    case 'collected':
      return { title: 'Enjoy!', detail: 'You have your food. See you soon.' }
    case 'attention':
      return { title: 'Please see the counter', detail: 'Something needs a word with you. Show this number.' }
  }
}

function preparing({ stage, position }: Order): Standing {
  if (stage === 'cooking') return { title: 'Cooking now', detail: 'A cook is preparing your order.' }
  return { title: 'Preparing', detail: placeInLine(position) }
}

/** `position` 1 is next. */
function placeInLine(position: number | null): string {
  if (position === null) return 'Your order is in the kitchen.'
  if (position === 1) return 'You are next.'
  if (position === 2) return 'One order before yours.'
  return `${position - 1} orders before yours.`
}
