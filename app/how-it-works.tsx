const STEPS = [
  { who: 'The customer', part: 'kiosk page', does: 'orders, and gets a number back in milliseconds' },
  { who: 'The cashier', part: 'route handler', does: 'checks the order, queues it, answers 202' },
  {
    who: 'The order rail',
    part: 'BullMQ on Redis',
    does: 'holds every order until it is done, whatever restarts',
  },
  { who: 'The crew', part: 'kitchen worker', does: 'takes the next order, cooks, marks it ready' },
  { who: 'The wall', part: 'GET that polls', does: 'shows every number, Preparing or Ready' },
]

/** The parts of the restaurant near the office, and what they are in the code. */
export function HowItWorks() {
  return (
    <section aria-labelledby="how" className="mt-12">
      <h2 id="how" className="text-2xl font-bold">
        What happens near the office
      </h2>
      <ol className="mt-5 grid gap-x-6 gap-y-5 sm:grid-cols-2 lg:grid-cols-5">
        {STEPS.map(({ who, part, does }) => (
          <li key={part} className="border-crust border-t-4 pt-3">
            <p className="text-lg font-semibold">{who}</p>
            <p className="font-medium text-crust-deep">{part}</p>
            <p className="mt-1 text-ink-soft text-pretty">{does}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
