/** The patterns of the last chapter, in its order. */
export const PATTERNS = [
  'competing-consumers',
  'correlation-id',
  'idempotent-order',
  'retry',
  'stalled-job',
  'dead-letter',
  'backpressure',
  'waiting-polls',
  'fire-and-forget',
  'kept-results',
] as const
export type Pattern = (typeof PATTERNS)[number]

/**
 * The lines of this project that do it: from the one line of `file` that begins with `from` to the next one, no deeper in, that begins with `to`.
 * Whoever changes those lines changes them here; `npm run check` and the build say so.
 */
export type Passage = { file: string; from: string; to: string }

export const PASSAGES: Record<Pattern, Passage> = {
  'competing-consumers': { file: 'orders/kitchen.ts', from: 'const worker = new Worker(', to: '})' },
  'correlation-id': {
    file: 'orders/place-order.ts',
    from: 'local number = takeNumber(book',
    to: 'closeBook(book)',
  },
  'idempotent-order': {
    file: 'orders/place-order.ts',
    from: 'local book = openBook(',
    to: 'end',
  },
  retry: { file: 'orders/cook-order.ts', from: 'async function cleanUp(', to: '}' },
  'stalled-job': { file: 'orders/cook-order.ts', from: 'const { done } = Progress.parse(', to: '}' },
  'dead-letter': {
    file: 'orders/read-order.ts',
    from: "local status, stage, position = 'preparing'",
    to: 'end',
  },
  backpressure: { file: 'orders/place-order.ts', from: 'if mostQueuedByCook > 0 then', to: 'end' },
  'waiting-polls': {
    file: 'app/api/[restaurant]/board/route.ts',
    from: 'const poll = readPoll(',
    to: 'return answerPoll(poll, (await',
  },
  'fire-and-forget': {
    file: 'app/api/[restaurant]/orders/take-order.ts',
    from: 'export async function takeOrder(',
    to: '}',
  },
  'kept-results': { file: 'orders/forget-orders.ts', from: 'const FORGET = script(', to: '`)' },
}
