import { useState } from 'react'
import type { Board } from '#orders/board.ts'
import { becameReady } from './became-ready.ts'
import styles from './wall.module.css'

/** Says which orders became ready; not those that were when the wall came up. `ready` is undefined until a first board came. */
export function Announcement({ ready }: { ready: Board['ready'] | undefined }) {
  const [known, setKnown] = useState(ready)
  const [words, setWords] = useState('')

  if (ready !== known) {
    const news = becameReady(known, ready)
    setKnown(ready)
    if (news) setWords(news)
  }
  return (
    <p role="status" className={styles.unseen}>
      {words}
    </p>
  )
}
