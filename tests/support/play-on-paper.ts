import type { Clock, WalkedOut } from '#rush/clocks.ts'
import { type Customer, drawCustomers } from '#rush/customers.ts'
import { newRush, type Rush, type Side } from '#rush/rush.ts'
import type { RushSettings } from '#rush/settings.ts'
import { cookOnPaper, type Kitchen, type Meal, type Visit } from './cook-on-paper.ts'

const LAST_EVENTS = 40

/** A rush as it would stand at `storyMs`, by arithmetic alone: for pages that are to show what takes long to come about. */
export function playOnPaper(settings: RushSettings, storyMs: number): Rush {
  const customers = drawCustomers(settings)
  const near = {
    apartment: stand(customers, settings.apartmentHands, ({ takeMs, cookMs }) => takeMs + cookMs),
    office: stand(customers, settings.clerks, ({ takeMs }) => takeMs),
  }
  const kitchen = cookOnPaper(near.office, settings)
  const { meals } = kitchen
  const lastMs = Math.max(
    ...[...near.apartment, ...near.office].map(({ endsMs }) => endsMs),
    ...meals.map(({ servedMs }) => servedMs),
  )
  const state = storyMs >= lastMs ? 'done' : 'running'
  const rush = newRush('0123456789abcdef', settings, customers.length)
  const arrived = customers.filter(({ arrivesAtMs }) => arrivesAtMs <= storyMs)

  return {
    ...rush,
    state,
    startedAt: new Date().toISOString(),
    storyMs: Math.min(storyMs, lastMs),
    customers: { expected: customers.length, arrived: arrived.length },
    sides: {
      apartment: around(near.apartment, storyMs, settings.apartmentHands),
      office: office(near.office, kitchen, storyMs, settings),
    },
    clocks: {
      apartment: clocksOf(
        near.apartment.map(visit => ({ ...visit, seatedMs: visit.endsMs, servedMs: visit.endsMs })),
        storyMs,
      ),
      office: clocksOf(meals, storyMs),
    },
    events: eventsUntil(storyMs, near, kitchen).slice(state === 'done' ? 0 : -LAST_EVENTS),
  }
}

/** First come, first served; whoever would have to stand for longer than their patience leaves when it ends. */
function stand(customers: Customer[], servers: number, serviceMs: (customer: Customer) => number): Visit[] {
  const free = Array<number>(servers).fill(0)
  return customers.map(customer => {
    const { arrivesAtMs, patienceMs } = customer
    const server = free.indexOf(Math.min(...free))
    const startsMs = Math.max(arrivesAtMs, free[server] ?? 0)
    const leavesMs =
      patienceMs !== null && startsMs - arrivesAtMs > patienceMs ? arrivesAtMs + patienceMs : null
    const endsMs = leavesMs ?? startsMs + serviceMs(customer)
    if (leavesMs === null) free[server] = endsMs
    return { customer, server, startsMs, endsMs, leavesMs }
  })
}

function around(visits: Visit[], nowMs: number, servers: number) {
  const here = visits.filter(({ customer, endsMs }) => customer.arrivesAtMs <= nowMs && nowMs < endsMs)
  const served = here.filter(({ leavesMs, startsMs }) => leavesMs === null && startsMs <= nowMs)
  return {
    line: here.filter(visit => !served.includes(visit)).map(({ customer }) => customer.name),
    hands: Array.from(
      { length: servers },
      (_, hand) => served.find(({ server }) => server === hand)?.customer.name ?? null,
    ),
    hadGuests: false,
    served: visits.filter(({ leavesMs, endsMs }) => leavesMs === null && endsMs <= nowMs).length,
    walkedOut: leavers(visits, nowMs),
  }
}

function leavers(visits: Visit[], nowMs: number): WalkedOut[] {
  return visits
    .flatMap(({ customer, leavesMs: atMs }) =>
      atMs === null || atMs > nowMs
        ? []
        : [{ customer: customer.name, arrivedMs: customer.arrivesAtMs, atMs }],
    )
    .sort((one, other) => one.atMs - other.atMs)
}

function office(
  visits: Visit[],
  { meals, away, turnedAway }: Kitchen,
  nowMs: number,
  { clerks, cooks }: RushSettings,
): Rush['sides']['office'] {
  const { line, hands } = around(visits, nowMs, clerks)
  const seated = meals.filter(({ seatedMs, servedMs }) => seatedMs <= nowMs && nowMs < servedMs)
  const ready = seated.filter(({ endsMs }) => endsMs <= nowMs)
  const preparing = seated.filter(meal => !ready.includes(meal))
  const cooking = preparing.filter(({ startsMs }) => startsMs <= nowMs)
  return {
    line,
    clerks: hands,
    sentAway: away.filter(({ fromMs }) => fromMs <= nowMs).length + leavers(turnedAway, nowMs).length,
    hadGuests: false,
    aside: away
      .filter(({ fromMs, untilMs }) => fromMs <= nowMs && nowMs < untilMs)
      .map(({ customer }) => customer.name),
    queued: preparing
      .filter(meal => !cooking.includes(meal))
      .map(({ customer, number }) => ({ customer: customer.name, number })),
    cooks: Array.from({ length: cooks }, (_, cook) => {
      const meal = cooking.find(({ server }) => server === cook)
      return {
        alive: true,
        pid: 1000 + cook,
        customer: meal?.customer.name ?? null,
        number: meal?.number ?? null,
      }
    }),
    wall: {
      preparing: preparing.map(({ number }) => number),
      ready: ready.map(({ number }) => number).reverse(),
      attention: [],
    },
    seated: seated.map(({ customer, number }) => ({
      customer: customer.name,
      number,
      orderId: `order-${number}`,
    })),
    served: meals.filter(({ servedMs }) => servedMs <= nowMs).length,
    walkedOut: leavers([...visits, ...turnedAway], nowMs),
  }
}

function clocksOf(
  visits: Pick<Meal, 'customer' | 'leavesMs' | 'seatedMs' | 'endsMs' | 'servedMs'>[],
  nowMs: number,
): Clock[] {
  return visits
    .filter(({ leavesMs, servedMs }) => leavesMs === null && servedMs <= nowMs)
    .map(({ customer, seatedMs, endsMs }) => ({
      customer: customer.name,
      arrivedMs: customer.arrivesAtMs,
      counterMs: seatedMs - customer.arrivesAtMs,
      foodMs: endsMs - customer.arrivesAtMs,
    }))
}

function eventsUntil(
  nowMs: number,
  near: Record<Side, Visit[]>,
  { meals, away, turnedAway }: Kitchen,
): Rush['events'] {
  const all = [
    ...near.apartment.map(({ customer: { name }, endsMs, leavesMs }) => ({
      atMs: endsMs,
      side: 'apartment' as const,
      words: `Customer ${name} ${leavesMs === null ? 'has the food and sits down' : 'has waited long enough and walks out'}.`,
    })),
    ...leavers(near.office, nowMs).map(({ customer, atMs }) => ({
      atMs,
      side: 'office' as const,
      words: `Customer ${customer} has waited long enough and walks out.`,
    })),
    ...leavers(turnedAway, nowMs).map(({ customer, atMs }) => ({
      atMs,
      side: 'office' as const,
      words: `Customer ${customer} hears that the kitchen has its hands full and walks out.`,
    })),
    ...away.map(({ customer: { name }, fromMs }) => ({
      atMs: fromMs,
      side: 'office' as const,
      words: `Customer ${name} is asked to come back later.`,
    })),
    ...meals.map(({ customer: { name }, seatedMs, number }) => ({
      atMs: seatedMs,
      side: 'office' as const,
      words: `Customer ${name} gets number ${number} and sits down.`,
    })),
    ...meals.map(({ customer: { name }, servedMs, number }) => ({
      atMs: servedMs,
      side: 'office' as const,
      words: `Number ${number} is ready: customer ${name} has the food.`,
    })),
  ]
  const past = all.filter(({ atMs }) => atMs <= nowMs).sort((one, other) => one.atMs - other.atMs)
  return past.map((event, index) => ({ seq: index + 1, ...event }))
}
