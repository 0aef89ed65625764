import type { ComponentProps } from 'react'

/** What the screen is there for: one a screen, or two of which one is `outline`. */
export function BigButton({
  look = 'solid',
  className = '',
  ...rest
}: ComponentProps<'button'> & { look?: 'solid' | 'outline' }) {
  return (
    <button
      type="button"
      data-look={look}
      className={`min-h-18 rounded-2xl px-6 text-2xl font-bold transition-transform duration-100 enabled:active:scale-[0.98] disabled:bg-paper-deep disabled:text-ink-soft aria-disabled:bg-paper-deep aria-disabled:text-ink-soft data-[look=outline]:border-2 data-[look=outline]:border-ink data-[look=solid]:enabled:not-aria-disabled:bg-ink data-[look=solid]:enabled:not-aria-disabled:text-paper motion-reduce:transition-none ${className}`}
      {...rest}
    />
  )
}

/** What is there for those who look for it. */
export function QuietButton({ className = '', ...rest }: ComponentProps<'button'>) {
  return (
    <button
      type="button"
      className={`min-h-12 rounded-2xl px-4 underline decoration-1 underline-offset-4 kiosk:min-h-16 desk:min-h-16 ${className}`}
      {...rest}
    />
  )
}
