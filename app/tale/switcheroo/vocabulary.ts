import type { Side } from '../three-clocks.ts'

/** Three ways to say the same: LJ Miranda's "ye old switcheroo", and what stands here in truth. */
export const VOICES = ['restaurant', 'abstract', 'technical'] as const
export type Voice = (typeof VOICES)[number]

export const NAME_OF_VOICE: Record<Voice, string> = {
  restaurant: 'Restaurant',
  abstract: 'Abstract',
  technical: 'Technical',
}

/** Who and what is in the picture. */
export type Part = 'customer' | 'cashier' | 'crew' | 'table' | 'display' | 'line' | 'clerkWhoCooks'

/** Where each of the five steps begins, in their order. */
export const STEPS_AT: readonly Part[] = ['customer', 'cashier', 'crew', 'table', 'display']

export const NAME_OF_PART: Record<Voice, Record<Part, string>> = {
  restaurant: {
    customer: 'customer',
    cashier: 'cashier',
    crew: 'worker crew',
    table: 'the table behind the display',
    display: 'large display',
    line: 'the squiggly line',
    clerkWhoCooks: 'cashier, who cooks too',
  },
  abstract: {
    customer: 'client',
    cashier: 'application (POST)',
    crew: 'workers',
    table: 'database backend',
    display: 'application (GET)',
    line: 'message queue',
    clerkWhoCooks: 'application, which does the work itself',
  },
  technical: {
    customer: 'HTTP client',
    cashier: 'Next.js route handler, POST',
    crew: 'BullMQ workers',
    table: 'Redis',
    display: 'Next.js route handler, GET',
    line: 'BullMQ queue',
    clerkWhoCooks: 'Next.js route handler, which awaits the food',
  },
}

export const STEPS: Record<Voice, readonly [string, string, string, string, string]> = {
  restaurant: [
    'The customer orders.',
    'The cashier hangs the order on the line as preparing, and hands out a number.',
    'Whoever of the crew is free takes the next order.',
    'When it is cooked it goes on the table, marked ready.',
    'The large display shows the number, and the customer collects.',
  ],
  abstract: [
    'The client sends a request.',
    'The application puts a job on the message queue as pending, and answers with its id.',
    'The first free worker takes the job.',
    'When it is done the worker stores the result in the database backend.',
    'The application tells whoever asks, and the client fetches the result.',
  ],
  technical: [
    'POST /api/tale-office/orders, with an Idempotency-Key.',
    'One Lua script takes a number and adds the job; the handler answers 202.',
    'A worker, a process of its own (workers/kitchen.ts), moves the job from wait to active.',
    'The job is moved to completed, and the event stream says so.',
    'The board’s held poll, GET /api/tale-office/board, is answered; POST …/collection takes it off.',
  ],
}

export const HOW: Record<Voice, Record<Side, string>> = {
  restaurant: {
    apartment: 'Whoever takes your order cooks it. You stand until it is done.',
    office: 'A clerk takes your order and gives you a number. You sit down.',
  },
  abstract: {
    apartment: 'The application does the work within the request. The client waits for the answer.',
    office: 'The application queues the work and answers with an id. The client is free.',
  },
  technical: {
    apartment: 'POST /api/tale-apartment/orders: 200 when the food is there; the connection stays open.',
    office: 'POST /api/tale-office/orders: 202 and a number at once. The line before it is played.',
  },
}

export const WALL: Record<Voice, { preparing: string; ready: string }> = {
  restaurant: { preparing: 'Preparing', ready: 'Ready' },
  abstract: { preparing: 'Pending', ready: 'Done' },
  technical: { preparing: 'wait, active', ready: 'completed' },
}
