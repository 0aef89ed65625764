import { boardIfReachable } from '#app/board-if-reachable.ts'
import { HowItWorks } from '#app/how-it-works.tsx'
import { LineGlimpse } from '#app/line-glimpse.tsx'
import { Nuggets } from '#app/nuggets.tsx'
import { ScreenLinks } from '#app/screen-links.tsx'
import { WallGlimpse } from '#app/wall-glimpse.tsx'
import { Wordmark } from '#app/wordmark.tsx'
import { currentLine } from '#orders/counter.ts'
import { environment } from '#orders/environment.ts'
import type { Restaurant } from '#orders/restaurant.ts'
import { allRestaurants, firstWithQueue } from '#orders/restaurants.ts'

/** Which restaurants there are, and who waits in them, is known when the server runs. */
export const dynamic = 'force-dynamic'

export default function LandingPage() {
  const restaurants = allRestaurants()
  const counter = restaurants.find(({ service }) => service === 'counter')
  const queue = firstWithQueue()
  const others = restaurants.filter(restaurant => restaurant !== counter && restaurant !== queue)

  return (
    <div className="mx-auto max-w-7xl px-5 pt-6 pb-14 min-[1720px]:[zoom:1.25] sm:px-10 lg:pt-9">
      <main>
        <header className="flex items-end justify-between gap-8">
          <div>
            <p className="text-2xl">
              <Wordmark />
            </p>
            <h1 className="mt-2 text-[clamp(2.4rem,5vw,4rem)] leading-[1.02] font-bold tracking-tight text-balance [word-spacing:0.06em]">
              Same menu, two ways to wait
            </h1>
            <p className="mt-3 max-w-2xl text-lg leading-relaxed text-ink-soft text-pretty">
              One restaurant lets everybody stand in line. The other hands you a number and lets you sit down.
              Both are open right now: order at either, and feel the difference a queue makes.
            </p>
          </div>
          <Nuggets className="-mt-8 -mb-4 hidden w-60 shrink-0 md:block" />
        </header>

        <div className="mt-8 grid gap-5 lg:grid-cols-[5fr_7fr]">
          {counter && <CounterStory restaurant={counter} />}
          {queue && <QueueStory restaurant={queue} />}
        </div>

        {environment().tale && <ToTheTale />}
        {others.length > 0 && <Others restaurants={others} />}
        <HowItWorks />
      </main>
      <Credit />
    </div>
  )
}

function CounterStory({ restaurant }: { restaurant: Restaurant }) {
  const line = currentLine(restaurant)
  return (
    <section aria-labelledby="counter" className={`${PANEL} bg-mustard/45`}>
      <h2 id="counter" className={PANEL_NAME}>
        {restaurant.name}
      </h2>
      <p className="mt-2 leading-relaxed text-pretty">
        One clerk takes your order, cooks it, hands it over, and only then looks up for the next. Whoever is
        behind a big order waits for all of it.
      </p>
      <LineGlimpse slug={restaurant.slug} line={line} renderedAtMs={Date.now()} />
      <ScreenLinks restaurant={restaurant} kiosk="Order and stand in line" display="How long is the line?" />
    </section>
  )
}

async function QueueStory({ restaurant }: { restaurant: Restaurant }) {
  const board = await boardIfReachable(restaurant)
  return (
    <section aria-labelledby="queue" className={`${PANEL} bg-night text-chalk`}>
      <h2 id="queue" className={PANEL_NAME}>
        {restaurant.name}
      </h2>
      <p className="mt-2 leading-relaxed text-chalk-soft text-pretty">
        The cashier writes your order down, gives you a number and is free at once. A crew cooks in the back.
        You sit down, look up now and then, and the wall tells whose food is ready.
      </p>
      <WallGlimpse slug={restaurant.slug} board={board} renderedAtMs={Date.now()} />
      <ScreenLinks restaurant={restaurant} kiosk="Order and take a number" display="Watch the wall" isDark />
    </section>
  )
}

function ToTheTale() {
  return (
    <section
      aria-labelledby="tale"
      className="mt-5 flex flex-wrap items-center justify-between gap-x-8 gap-y-4 rounded-[2rem] bg-card p-6 ring-1 ring-line sm:px-8"
    >
      <div className="max-w-3xl">
        <h2 id="tale" className="text-2xl font-bold">
          A tale of two restaurants
        </h2>
        <p className="mt-1 leading-relaxed text-ink-soft text-pretty">
          Stand in line, grow a long white beard, then send a whole lunch rush through both and watch what a
          queue takes away, and what it cannot.
        </p>
      </div>
      <a href="/tale" className="rounded-full bg-ink px-6 py-3 font-semibold text-card">
        Live through it
      </a>
    </section>
  )
}

function Others({ restaurants }: { restaurants: Restaurant[] }) {
  return (
    <section aria-labelledby="others" className="mt-10">
      <h2 id="others" className="text-xl font-semibold">
        Also open
      </h2>
      <ul className="mt-3 grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {restaurants.map(restaurant => (
          <li key={restaurant.slug} className="rounded-3xl bg-card p-6">
            <p className="font-semibold">{restaurant.name}</p>
            <ScreenLinks restaurant={restaurant} kiosk="Order" display="Display" />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Credit() {
  return (
    <footer className="mt-12 border-line border-t pt-6 text-ink-soft">
      The two restaurants come from LJ Miranda,{' '}
      <a
        className="underline decoration-line decoration-2 underline-offset-4"
        href="https://ljvmiranda921.github.io/notebook/2019/11/08/flask-redis-celery-mcdo/"
      >
        “Why do we need Flask, Celery, and Redis? (with McNuggets in Between)”
      </a>
      , 2019.
    </footer>
  )
}

const PANEL = 'flex min-w-0 flex-col rounded-[2rem] p-6 sm:p-8'
const PANEL_NAME = 'text-3xl font-bold'
