import { soon } from './soon.ts'
import type { Notice } from './visit.ts'

/** Why the order was not placed. */
export function NoticeBox({ notice }: { notice: Notice }) {
  return (
    <div role="alert" className="mb-4 rounded-2xl bg-attention-tint p-4 leading-snug text-attention">
      <p className="text-lg font-bold text-balance">{notice.title}</p>
      <p>{notice.detail}</p>
      {notice.retryAfterSeconds > 0 && (
        <p className="font-semibold">Please try again {soon(notice.retryAfterSeconds)}.</p>
      )}
    </div>
  )
}
