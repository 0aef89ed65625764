import type { Slip } from './slip.ts'
import type { Exchange, Visit } from './visit.ts'

/** Who is sent away again and again leaves the first and the last of it. */
const MOST_EXCHANGES = 8

/** Keeps what truly happened for each customer, until it is written down. */
export class Diary {
  #visits = new Map<number, Visit>()
  #changed = new Set<number>()
  #news = new Map<number, Exchange>()

  come(customer: number): void {
    const office = { exchanges: [], news: null, orderId: null, slip: null }
    this.#visits.set(customer, { customer, apartment: { exchanges: [] }, office })
    this.#changed.add(customer)
  }

  note(side: 'apartment' | 'office', customer: number, exchange: Exchange): void {
    this.#change(customer, visit => {
      const { exchanges } = visit[side]
      if (exchanges.length === MOST_EXCHANGES) exchanges.splice(1, 1)
      exchanges.push(exchange)
    })
  }

  noteOrder(customer: number, orderId: string): void {
    this.#change(customer, ({ office }) => {
      office.orderId = orderId
    })
  }

  /** The first poll that showed `number` as ready is the one that brought the news. */
  noteNews(number: number, exchange: () => Exchange): void {
    if (!this.#news.has(number)) this.#news.set(number, exchange())
  }

  /** How it ended: what brought the news of `number`, and what Redis held of it last. */
  close(customer: number, number: number, slip: Slip | null): void {
    this.#change(customer, ({ office }) => {
      office.news = this.#news.get(number) ?? null
      office.slip = slip
    })
  }

  /** The visits that changed since this was last asked. */
  takeChanged(): Visit[] {
    const changed = [...this.#changed].flatMap(customer => this.#visits.get(customer) ?? [])
    this.#changed.clear()
    return changed
  }

  /** They could not be written down: the next time they are there again. */
  putBack(visits: Visit[]): void {
    for (const { customer } of visits) this.#changed.add(customer)
  }

  #change(customer: number, change: (visit: Visit) => void): void {
    const visit = this.#visits.get(customer)
    if (!visit) return
    change(visit)
    this.#changed.add(customer)
  }
}
