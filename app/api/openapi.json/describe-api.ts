import { z } from 'zod'
import { PROBLEMS, Problem, type ProblemName } from '#app/api/problem.ts'
import { MOST_BYTES } from '#app/api/read-json.ts'
import { Board } from '#orders/board.ts'
import { Line } from '#orders/line.ts'
import { Order, OrderRequest } from '#orders/order.ts'
import { Crowd, Rush } from '#rush/rush.ts'
import { RushRequest } from '#rush/settings.ts'
import { Slip } from '#rush/slip.ts'
import { Visit } from '#rush/visit.ts'

/** The API as OpenAPI 3.1, made from the schemas that validate what comes in and type what goes out. */
export function describeApi() {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Nugget',
      version: '1',
      description: 'Order, take a number, watch the wall. Errors are RFC 9457 problem documents.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    paths: {
      '/api/{restaurant}/orders': { parameters: [restaurant], post: placeOrder },
      '/api/{restaurant}/orders/{id}': { parameters: [restaurant, id], get: readOrder },
      '/api/{restaurant}/orders/{id}/collection': { parameters: [restaurant, id], post: collectOrder },
      '/api/{restaurant}/board': { parameters: [restaurant], get: readBoard },
      '/api/{restaurant}/line': { parameters: [restaurant], get: readLine },
      '/api/tale/rushes': { post: startRush },
      '/api/tale/rushes/{id}': { parameters: [rushId], get: readRush, delete: stopRush },
      '/api/tale/rushes/{id}/customers.csv': { parameters: [rushId], get: readCustomers },
      '/api/tale/rushes/{id}/customers/{customer}': { parameters: [rushId, customer], get: readVisit },
      '/api/tale/rushes/{id}/turns': { parameters: [rushId], post: standInLine },
      '/api/tale/rushes/{id}/cooks': { parameters: [rushId], post: hireCook },
      '/api/tale/rushes/{id}/cooks/{cook}': { parameters: [rushId, cook], delete: letWalkOut },
      '/api/tale/crowd': { get: readCrowd },
      '/api/tale/slips/{id}': { parameters: [id], get: readSlip },
      '/api/health/live': { get: live },
      '/api/health/ready': { get: ready },
    },
    components: {
      schemas: {
        OrderRequest: z.toJSONSchema(OrderRequest, { io: 'input' }),
        Order: z.toJSONSchema(Order),
        Board: z.toJSONSchema(Board),
        Line: z.toJSONSchema(Line),
        RushRequest: z.toJSONSchema(RushRequest, { io: 'input' }),
        Rush: z.toJSONSchema(Rush),
        Crowd: z.toJSONSchema(Crowd),
        Slip: z.toJSONSchema(Slip),
        Visit: z.toJSONSchema(Visit),
        Problem: z.toJSONSchema(Problem),
      },
    },
  }
}

type Schema =
  | 'OrderRequest'
  | 'Order'
  | 'Board'
  | 'Line'
  | 'RushRequest'
  | 'Rush'
  | 'Crowd'
  | 'Slip'
  | 'Visit'
  | 'Problem'

const restaurant = parameter('path', 'restaurant', 'The slug of a restaurant, like office.')
const id = parameter('path', 'id', 'The unguessable id of an order.')
const cook = parameter('path', 'cook', 'The place of a cook in the list of the office, from 0.')
const customer = parameter('path', 'customer', 'The name of a customer of a rush: a number from 1.')
const rushId = parameter('path', 'id', 'The id of a rush.')
const key = {
  ...parameter(
    'header',
    'Idempotency-Key',
    'A UUID for each thing that is made; the same one for each repeat.',
  ),
  schema: { type: 'string', pattern: '^[\\x21-\\x7e]{8,255}$' },
}
const startedWith = {
  ...parameter('header', 'Authorization', '`Bearer` and the Idempotency-Key that the rush was started with.'),
  schema: { type: 'string', pattern: '^Bearer [\\x21-\\x7e]{8,255}$' },
}
const poll = [
  { ...parameter('header', 'If-None-Match', 'The ETag of what the caller holds.'), required: false },
  {
    ...parameter('header', 'Prefer', '`wait=N`: hold the answer until there is news, at most 25 seconds.'),
    required: false,
  },
]

const version = {
  ...parameter(
    'header',
    'Board-Version',
    'The same header of the answer that the caller holds: none of an earlier reading comes then, whichever server answers.',
  ),
  required: false,
}

const placeOrder = {
  summary: 'Place an order',
  description: `Safe to repeat with the same key. At most ${MOST_BYTES} bytes. From one of \`service\` "counter" the answer comes when the food does.`,
  parameters: [key],
  requestBody: { required: true, content: json('OrderRequest') },
  responses: {
    200: answer('The order, ready: from a restaurant with a counter', 'Order', ['Location']),
    202: answer('The order, queued; a repeat has `Idempotent-Replayed: true`', 'Order', ['Location']),
    ...problems(
      'not-json',
      'idempotency-key-missing',
      'idempotency-key-malformed',
      'cross-site',
      'no-such-restaurant',
      'method-not-allowed',
      'too-slow',
      'restaurant-closed',
      'too-large',
      'wrong-content-type',
      'invalid-order',
      'key-reused',
      'too-many-orders',
      'redis-away',
      'line-full',
      'intake-paused',
    ),
  },
}

const readOrder = {
  summary: 'How an order stands',
  parameters: poll,
  responses: {
    200: answer('The order', 'Order', ['ETag', 'Board-As-Of']),
    304: notModified(),
    ...problems('no-such-restaurant', 'no-such-order', 'method-not-allowed', 'redis-away'),
  },
}

const collectOrder = {
  summary: 'The customer has it',
  description: 'Safe to repeat.',
  responses: {
    200: answer('The order, collected', 'Order', []),
    ...problems(
      'cross-site',
      'no-such-restaurant',
      'no-such-order',
      'method-not-allowed',
      'still-preparing',
      'too-many-collections',
      'redis-away',
    ),
  },
}

const readBoard = {
  summary: 'What the wall shows',
  parameters: [...poll, version],
  responses: {
    200: answer('The board', 'Board', ['ETag', 'Board-As-Of', 'Board-Version']),
    304: notModified('Board-Version'),
    ...problems('no-such-restaurant', 'no-such-thing', 'method-not-allowed', 'redis-away'),
  },
}

const readLine = {
  summary: 'How many stand in line, at a restaurant with a counter',
  parameters: poll,
  responses: {
    200: answer('The line', 'Line', ['ETag', 'Board-As-Of']),
    304: notModified(),
    ...problems('no-such-restaurant', 'no-such-thing', 'method-not-allowed'),
  },
}

const startRush = {
  summary: 'Let customers rush the two restaurants of the tale',
  description: 'One rush at a time. With `TALE=off` there is nothing below /api/tale.',
  parameters: [key],
  requestBody: { required: true, content: json('RushRequest') },
  responses: {
    202: answer('The rush, waiting; a repeat has `Idempotent-Replayed: true`', 'Rush', ['Location']),
    ...problems(
      'not-json',
      'idempotency-key-missing',
      'idempotency-key-malformed',
      'cross-site',
      'no-such-thing',
      'method-not-allowed',
      'too-slow',
      'rush-running',
      'too-large',
      'wrong-content-type',
      'invalid-rush',
      'key-reused',
      'redis-away',
    ),
  },
}

const readRush = {
  summary: 'How a rush stands, from real states',
  parameters: poll,
  responses: {
    200: answer('The rush', 'Rush', ['ETag', 'Board-As-Of']),
    304: notModified(),
    ...problems('no-such-rush', 'no-such-thing', 'method-not-allowed', 'redis-away'),
  },
}

const stopRush = {
  summary: 'End a rush',
  description: 'Safe to repeat. It is over when its state says so, within seconds.',
  parameters: [startedWith],
  responses: {
    200: answer('The rush', 'Rush', []),
    ...problems(
      'cross-site',
      'not-your-rush',
      'no-such-rush',
      'no-such-thing',
      'method-not-allowed',
      'redis-away',
    ),
  },
}

const hireCook = {
  summary: 'One more cook near the office, while the rush goes on',
  parameters: [startedWith, key],
  responses: {
    202: answer('The rush; the cook comes within seconds', 'Rush', []),
    ...problems(
      'idempotency-key-missing',
      'idempotency-key-malformed',
      'cross-site',
      'not-your-rush',
      'no-such-rush',
      'no-such-thing',
      'method-not-allowed',
      'rush-not-on',
      'no-room-for-cook',
      'redis-away',
    ),
  },
}

const letWalkOut = {
  summary: 'A cook walks out: the kitchen process is killed with -9',
  description:
    'Safe to repeat. Another cook takes the order up once its lock has run out, so one cook stays.',
  parameters: [startedWith],
  responses: {
    202: answer('The rush', 'Rush', []),
    ...problems(
      'cross-site',
      'not-your-rush',
      'no-such-rush',
      'no-such-cook',
      'no-such-thing',
      'method-not-allowed',
      'rush-not-on',
      'last-cook',
      'redis-away',
    ),
  },
}

const standInLine = {
  summary: "A guest stands in the cashier's line near the office, before placing an order there",
  description: 'The answer comes when a clerk has listened. Whoever closes the connection has left the line.',
  parameters: [key],
  responses: {
    204: { description: 'The order is said, and may be placed' },
    ...problems(
      'idempotency-key-missing',
      'idempotency-key-malformed',
      'cross-site',
      'no-such-rush',
      'no-such-thing',
      'method-not-allowed',
      'rush-not-on',
      'too-many-orders',
      'line-full',
      'redis-away',
    ),
  },
}

const readCustomers = {
  summary: 'A line for each customer of a rush',
  responses: {
    200: {
      description:
        'Times are seconds of the story: `arrived_s` from its beginning, the others from then on. `food_s` is until the food was ready',
      content: { 'text/csv; charset=utf-8; header=present': { schema: { type: 'string' } } },
    },
    ...problems('no-such-rush', 'no-such-thing', 'method-not-allowed', 'redis-away'),
  },
}

const readCrowd = {
  summary: "The line near the tale's apartment, and whom each pair of hands serves",
  parameters: poll,
  responses: {
    200: answer('The crowd', 'Crowd', ['ETag', 'Board-As-Of']),
    304: notModified(),
    ...problems('no-such-thing', 'method-not-allowed', 'redis-away'),
  },
}

const readVisit = {
  summary: 'What truly happened for one customer of a rush',
  description: 'Of the latest rushes with 3,000 customers in all.',
  parameters: poll,
  responses: {
    200: answer('The visit', 'Visit', ['ETag', 'Board-As-Of']),
    304: notModified(),
    ...problems('no-such-customer', 'no-such-rush', 'no-such-thing', 'method-not-allowed', 'redis-away'),
  },
}

const readSlip = {
  summary: "What Redis holds of an order near the tale's office, and what became of it",
  parameters: poll,
  responses: {
    200: answer('The slip', 'Slip', ['ETag', 'Board-As-Of']),
    304: notModified(),
    ...problems('no-such-order', 'no-such-thing', 'method-not-allowed', 'redis-away'),
  },
}

const live = {
  summary: 'Whether the process serves',
  responses: { 200: health('It does', { live: { const: true } }) },
}

const ready = {
  summary: 'Whether it should get customers',
  responses: {
    200: health('It should; warnings tell what to see to all the same', {
      ready: { const: true },
      warnings: words(),
    }),
    503: health(
      'It should not, and why; no warnings while Redis is away or the server shuts down',
      { ready: { const: false }, reasons: { ...words(), minItems: 1 } },
      { warnings: words() },
    ),
  },
}

function words() {
  return { type: 'array', items: { type: 'string' } }
}

function parameter(place: 'path' | 'header', name: string, description: string) {
  return { in: place, name, required: true, description, schema: { type: 'string' } }
}

function json(schema: Schema) {
  return { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } }
}

function answer(description: string, schema: Schema, headers: string[]) {
  return { description, headers: describeHeaders(headers), content: json(schema) }
}

function notModified(...more: string[]) {
  const headers = describeHeaders(['ETag', 'Board-As-Of', ...more])
  return { description: 'The caller holds it already', headers }
}

function describeHeaders(names: string[]) {
  return Object.fromEntries(names.map(name => [name, { schema: { type: 'string' } }]))
}

function health(description: string, properties: object, atTimes: object = {}) {
  const schema = {
    type: 'object',
    properties: { ...properties, ...atTimes },
    required: Object.keys(properties),
    additionalProperties: false,
  }
  return { description, content: { 'application/json': { schema } } }
}

/** One response for each status, which names every problem that has it. */
function problems(...names: ProblemName[]) {
  const byStatus = Object.groupBy(names, name => String(PROBLEMS[name].status))
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, alike = []]) => [
      status,
      {
        description: alike.map(name => `${PROBLEMS[name].title} (\`/problems/${name}\`)`).join('; '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}
