import type { Voice } from './switcheroo/vocabulary.ts'

/** What the rush's own words mean to the trade. What is not found here is told as it is. */
const MEANS: Record<Exclude<Voice, 'restaurant'>, [restaurant: RegExp, words: string][]> = {
  abstract: [
    [/^Both restaurants open\.$/, 'Both applications accept requests.'],
    [/^Everybody has been served or has left\.$/, 'Every client has an answer or gave up.'],
    [/^The rush was stopped\.$/, 'The run was stopped.'],
    [/^Customer (\d+) comes in and wants (\S+) portions?\.$/, 'Client $1 comes with a request of size $2.'],
    [/^Customer (\d+) has the food and sits down\.$/, 'Client $1 is answered with the result.'],
    [
      /^Customer (\d+) gets number (\d+) and sits down\.$/,
      'Client $1 is answered with id $2; the job is queued.',
    ],
    [/^Number (\d+) is ready: customer (\d+) has the food\.$/, 'Job $1 is done: client $2 has the result.'],
    [
      /^Customer (\d+) is asked to come back later\.$/,
      'Client $1 is asked to try again later: the queue is full.',
    ],
    [/^Customer (\d+) .*walks out\.$/, 'Client $1 gives up.'],
    [/^Cook (\d+) takes number (\d+) up\.$/, 'Worker $1 takes job $2 over.'],
    [/^Cook (\d+) walks out in the middle of number (\d+)\.$/, 'Worker $1 dies in the middle of job $2.'],
    [/^Cook (\d+) walks out\.$/, 'Worker $1 dies.'],
    [/^Cook (\d+) comes to help\.$/, 'Worker $1 starts.'],
    [/^Of the cooks near the office (\d+) began(.*)$/, 'Of the workers $1 began$2'],
    [/^The rush came to nothing\./, 'The run came to nothing.'],
  ],
  technical: [
    [/^Both restaurants open\.$/, 'Both restaurants answer POST …/orders.'],
    [/^Everybody has been served or has left\.$/, 'Every request is answered or closed.'],
    [/^The rush was stopped\.$/, 'DELETE: the rush was stopped.'],
    [/^Customer (\d+) comes in and wants (.+)\.$/, 'HTTP client $1 wants $2.'],
    [/^Customer (\d+) has the food and sits down\.$/, 'HTTP client $1 has its 200, with the food.'],
    [
      /^Customer (\d+) gets number (\d+) and sits down\.$/,
      'HTTP client $1 has its 202, number $2; the job is in wait.',
    ],
    [
      /^Number (\d+) is ready: customer (\d+) has the food\.$/,
      'Job $1 is completed: POST …/collection by client $2.',
    ],
    [/^Customer (\d+) is asked to come back later\.$/, 'HTTP client $1 is answered 503, with Retry-After.'],
    [/^Customer (\d+) .*walks out\.$/, 'HTTP client $1 gives up.'],
    [/^Cook (\d+) takes number (\d+) up\.$/, 'Worker process $1 has job $2 active again.'],
    [
      /^Cook (\d+) walks out in the middle of number (\d+)\.$/,
      'Worker process $1 is killed with -9; job $2 stays active until its lock runs out.',
    ],
    [/^Cook (\d+) walks out\.$/, 'Worker process $1 is killed with -9.'],
    [/^Cook (\d+) comes to help\.$/, 'Worker process $1 is started.'],
    [/^Of the cooks near the office (\d+) began(.*)$/, 'Of the worker processes $1 began$2'],
    [/^The rush came to nothing\./, 'The run came to nothing.'],
  ],
}

/** One line of the account in the words that are on. */
export function accountInWords(words: string, voice: Voice): string {
  if (voice === 'restaurant') return words
  const [pattern, means] = MEANS[voice].find(([pattern]) => pattern.test(words)) ?? []
  return pattern && means !== undefined ? words.replace(pattern, means) : words
}
