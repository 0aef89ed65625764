import type { CSSProperties, ReactNode } from 'react'
import type { Board } from '#orders/board.ts'
import { type Section, SHAPES } from './plan.ts'
import styles from './wall.module.css'

const TITLES = { preparing: 'Preparing', ready: 'Ready', attention: 'See the counter' }
const NEW_FOR_MS = 8_000
/** It comes in with a movement when it has just become so, and not again when its page turns up. */
const ARRIVES_FOR_MS = 1_500
/** As many as stand beside the heading. */
const MOST_DOTS = { preparing: 5, ready: 12, attention: 5 }

/** One list of the wall. Its items read the number alone. */
export function Numbers({
  kind,
  section,
  entries,
  asOfMs,
  children,
}: {
  kind: keyof typeof TITLES
  section: Section
  entries: Board['ready']
  asOfMs: number
  children?: ReactNode
}) {
  const since = new Map(entries.map(entry => [entry.number, Date.parse(entry.since)]))
  const isReadySince = (number: number, ms: number) =>
    kind === 'ready' && asOfMs - (since.get(number) ?? 0) < ms

  return (
    <section className={styles.section} data-kind={kind} aria-labelledby={`wall-${kind}`}>
      <div className={styles.heading}>
        <Mark kind={kind} />
        <h2 id={`wall-${kind}`}>{TITLES[kind]}</h2>
        {section.boxy.more && <More mostDots={MOST_DOTS[kind]} {...section} />}
      </div>
      <ul className={styles.numbers} style={gridOf(section)}>
        {section.numbers.map(number => (
          <li
            key={number}
            data-number={number}
            data-off-boxy={!section.boxy.numbers.includes(number) || undefined}
            data-new={isReadySince(number, NEW_FOR_MS) || undefined}
            data-arriving={isReadySince(number, ARRIVES_FOR_MS) || undefined}
          >
            <span>{number}</span>
          </li>
        ))}
      </ul>
      {children}
    </section>
  )
}

/** The sizes go to the stylesheet, which knows how the screen hangs. */
function gridOf({ grids }: Section): CSSProperties {
  const grid = Object.fromEntries(
    SHAPES.flatMap(shape => [
      [`--${shape}-columns`, grids[shape].columns],
      [`--${shape}-rows`, grids[shape].rows],
      [`--${shape}-size`, grids[shape].size],
    ]),
  )
  return grid as CSSProperties
}

/** No digits: on a wall "page two" would be taken for an order. */
function More({ page, pages, more, mostDots }: Section & { mostDots: number }) {
  return (
    <span className={styles.more} data-boxy-only={!more || undefined}>
      and more
      {pages > 1 && pages <= mostDots && (
        <span className={styles.dots} aria-hidden="true">
          {Array.from({ length: pages }, (_, dot) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a dot is its place
            <i key={dot} data-current={dot === page || undefined} />
          ))}
        </span>
      )}
    </span>
  )
}

/** A pan on the fire, a tick, a hand: the list is told by shape too. */
function Mark({ kind }: { kind: keyof typeof TITLES }) {
  return (
    <svg className={styles.mark} viewBox="0 0 24 24" aria-hidden="true">
      {kind === 'preparing' && (
        <>
          <path d="M2 11h14v2a5 5 0 0 1-5 5H7a5 5 0 0 1-5-5z" fill="currentColor" />
          <path d="M16 12.5h6M6 8c-1.4-1.4 1.4-2.6 0-4M11 8c-1.4-1.4 1.4-2.6 0-4" />
        </>
      )}
      {kind === 'ready' && (
        <>
          <circle cx="12" cy="12" r="10" fill="currentColor" stroke="none" />
          <path d="M7 12.5l3.5 3.5L17 9" className={styles.tick} />
        </>
      )}
      {kind === 'attention' && (
        <>
          <path d="M12 2.5L22.5 21h-21z" fill="currentColor" />
          <path d="M12 9v6M12 18v.2" className={styles.tick} />
        </>
      )}
    </svg>
  )
}
