import { chromium } from '@playwright/test'
import { Order } from '#orders/order.ts'
import { CHROMIUM_FLAGS, findChromium } from '#scripts/find-chromium.ts'
import { call, postOrder } from '#tests/support/call-api.ts'
import { some } from '#tests/support/kitchen-table.ts'
import type { Nugget } from '#tests/support/start-nugget.ts'
import { until } from '#tests/support/until.ts'

const ORDERS = 100

/** Milliseconds from the moment the kitchen marked an order ready until the wall had painted it, for each of 100 orders. */
export async function measurePainted({ url }: Nugget): Promise<number[]> {
  const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS })
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  const painted = new Map<number, number>()
  await page.exposeFunction('tellPainted', (number: number, at: number) => painted.set(number, at))
  await page.goto(`${url}/bench/display`)
  await page.evaluate(watchReady)

  const times: number[] = []
  for (let n = 0; n < ORDERS; n++) {
    const { id, number } = Order.parse(
      (await postOrder(url, { restaurant: 'bench', body: some('espresso') })).body,
    )
    const at = await until(`${number} is painted`, () => painted.get(number))
    const { readyAt } = Order.parse((await call(url, `/api/bench/orders/${id}`)).body)
    times.push(at - Date.parse(readyAt ?? ''))
    await call(url, `/api/bench/orders/${id}/collection`, { method: 'POST' })
  }
  await browser.close()
  return times
}

/** Runs in the page. A frame that is asked for after the change is painted when the next one begins. */
function watchReady(): void {
  const told = new Set<number>()
  const look = () => {
    for (const item of document.querySelectorAll('[data-kind="ready"] [data-number]')) {
      const number = Number(item.getAttribute('data-number'))
      if (told.has(number)) continue
      told.add(number)
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          const { tellPainted } = window as unknown as { tellPainted: (number: number, at: number) => void }
          tellPainted(number, Date.now())
        }),
      )
    }
  }
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true })
  look()
}
