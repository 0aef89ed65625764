import { type ReactNode, useEffect, useId, useRef } from 'react'

/** A question in front of everything else. Escape and a tap beside it are `onClose`. */
export function Ask({
  title,
  onClose,
  children,
}: {
  title: string
  onClose: () => void
  children: ReactNode
}) {
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: for the keyboard there is Escape, which the dialog takes as cancel
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onCancel={event => {
        event.preventDefault()
        onClose()
      }}
      onClick={event => event.target === event.currentTarget && onClose()}
      className="m-auto w-[min(34rem,calc(100vw-2rem))] rounded-[2rem] bg-card p-0 text-ink backdrop:bg-ink/60"
    >
      <div className="p-8 text-center kiosk:p-10">
        <h2 id={titleId} className="text-4xl font-bold tracking-tight">
          {title}
        </h2>
        {children}
      </div>
    </dialog>
  )
}
