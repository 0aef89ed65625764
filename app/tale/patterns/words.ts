import type { Pattern } from './passages.ts'

/** What the restaurant calls it, what the trade calls it, and why anybody wants it. */
export const WORDS: Record<
  Pattern,
  { title: string; trade: string; says: string[]; whatTheLinesDo: string }
> = {
  'competing-consumers': {
    title: 'One line, and whoever is free takes the next',
    trade: 'Competing consumers',
    says: [
      'The cooks share one line of orders. Nobody hands them out: whoever has nothing to do takes the next, and no two cooks ever take the same.',
      'So to be faster you hire a cook. Nothing else changes: not the cashier, not the wall, not the other cooks.',
    ],
    whatTheLinesDo:
      'A kitchen is a worker on the queue, and its cooks are how many orders it takes at a time.',
  },
  'correlation-id': {
    title: 'The number brings the food to who ordered it',
    trade: 'Correlation identifier',
    says: [
      'A coffee is done before twenty nuggets, whoever ordered first. Orders come out in another order than they went in, and that is fine.',
      'What keeps them apart is the number: given out with the order, cooked with it, called with it.',
    ],
    whatTheLinesDo:
      'The number is taken, written on the job and into the table of numbers in one atomic step.',
  },
  'idempotent-order': {
    title: 'Press twice, pay once',
    trade: 'Idempotency key',
    says: [
      'A finger trembles, a network drops the answer, a phone tries again. The cashier cannot tell a second order from the same one sent twice, unless each order carries a key of its own.',
      'The same key is the same order: the second answer is the first one again, with the same number, and says so.',
    ],
    whatTheLinesDo:
      'The job’s id is made of the key, so a repeat finds the job that is there and answers with it.',
  },
  retry: {
    title: 'A dropped tray is cooked again, after a breath',
    trade: 'Retry with exponential backoff',
    says: [
      'Most mishaps pass by themselves, if one tries again; and the longer one lasts, the longer one should wait before the next try: one second, two, four.',
      'This tray slips twice, and the third time it does not. The order keeps its number and its place, and nobody has to order again.',
    ],
    whatTheLinesDo:
      'The cook cleans up for twice as long each time, then puts the order at the head of the line.',
  },
  'stalled-job': {
    title: 'A cook walks out in the middle of an order',
    trade: 'Stalled job, at least once',
    says: [
      'Whoever takes an order holds a lock on it and renews it every few seconds. A process that is killed with kill -9 cannot say goodbye; it only stops renewing.',
      'When the lock has run out the order goes back to the head of the line, and another cook takes the same number up, from the portion that was not done.',
    ],
    whatTheLinesDo: 'Each portion is written down when it is done, so the next cook goes on from there.',
  },
  'dead-letter': {
    title: 'What nobody can cook goes to a person',
    trade: 'Dead letter queue',
    says: [
      'An order that fails every time would be tried for ever, and hold up everybody. After four tries the kitchen gives it up.',
      'It is not lost: it lies where a person looks, with its reason, and the customer’s number moves to “See the counter”.',
    ],
    whatTheLinesDo: 'How an order stands is told by where it lies: among the failed ones it needs attention.',
  },
  backpressure: {
    title: '“Please come back in two minutes”',
    trade: 'Backpressure',
    says: [
      'A line without an end is a promise that nobody keeps. When more is waiting than the cooks can do in reasonable time, the honest answer is no, and when to ask again.',
      'The kitchen counts the work, not the orders: here two minutes of it for each cook.',
    ],
    whatTheLinesDo:
      'In the same step that would take the order: how much waits, and when there will be room.',
  },
  'waiting-polls': {
    title: 'Ask once, and wait for the answer',
    trade: 'Polling and long polling',
    says: [
      'The wall could ask “anything new?” every second: many questions, nearly all of them for nothing, and still up to a second late.',
      'Or it asks “tell me when there is something new”, and the server holds the answer until there is. Few questions, and the news is there at once.',
    ],
    whatTheLinesDo: 'Who holds the newest state already is answered when it changes; everybody else at once.',
  },
  'fire-and-forget': {
    title: 'Say it and sit down, or stand until it is done',
    trade: 'Fire and forget, or request and reply',
    says: [
      'Near the office the answer is a number, and comes at once: 202, “accepted”. Near the apartment the answer is the food: 200, when it is cooked.',
      'Neither is wrong. But whoever waits for the result holds a connection, and a clerk, for as long as it takes.',
    ],
    whatTheLinesDo: 'The same request, and the two ways to answer it.',
  },
  'kept-results': {
    title: 'Ready numbers leave the wall, but are not forgotten',
    trade: 'Result retention',
    says: [
      'A result that nobody fetches cannot lie there for ever, or the wall would be full of old numbers. It is shown for ten minutes, then the wall makes room; the ticket knows it for hours more.',
      'Here a second is a minute: ten seconds, and the number is gone from the wall.',
    ],
    whatTheLinesDo: 'A kitchen looks for what is old, a few hundred at a time, and forgets it.',
  },
}
