import type { ReactNode } from 'react'
import { Choices } from './choices.tsx'
import { NAME_OF_VOICE, VOICES, type Voice } from './switcheroo/vocabulary.ts'

export type Tools = {
  button: { label: string; isOff: boolean; onClick: () => void }
  /** What one may do to the cooks of a rush; each undefined where that cannot be now. */
  crew?: { hire: (() => void) | undefined; walkOut: (() => void) | undefined } | undefined
  /** In whose words the picture is. */
  talk: { voice: Voice; onChange: (voice: Voice) => void }
}

/** What one can do to a rush, whose words it is told in, and how it stands. On a phone all but the button goes beneath the pictures. */
export function Toolbar({ button, crew, talk, children }: Tools & { children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3 max-sm:contents">
      <button
        type="button"
        aria-disabled={button.isOff}
        onClick={() => !button.isOff && button.onClick()}
        className="min-h-14 rounded-2xl bg-ink px-7 text-xl font-bold text-card max-sm:w-full aria-disabled:bg-paper-deep aria-disabled:text-ink-soft"
      >
        {button.label}
      </button>
      {crew && (
        <div className="flex gap-x-4 max-sm:order-4">
          <CrewButton onClick={crew.hire}>One more cook</CrewButton>
          <CrewButton onClick={crew.walkOut}>A cook walks out</CrewButton>
        </div>
      )}
      <div className="flex flex-wrap items-center gap-x-3 max-sm:order-2 lg:ml-auto">
        <p aria-hidden="true" className="font-medium text-ink-soft">
          Ye old switcheroo
        </p>
        <Choices
          legend="Whose words: ye old switcheroo"
          name="voice"
          chosen={talk.voice}
          choices={VOICES.map(value => ({ value, label: NAME_OF_VOICE[value] }))}
          onChoose={talk.onChange}
        />
      </div>
      <div className="w-full max-sm:contents">{children}</div>
    </div>
  )
}

function CrewButton({ onClick, children }: { onClick: (() => void) | undefined; children: string }) {
  return (
    <button
      type="button"
      aria-disabled={!onClick}
      onClick={onClick}
      className="min-h-14 rounded-2xl px-5 text-lg font-semibold ring-2 ring-ink/25 ring-inset aria-disabled:text-ink-soft aria-disabled:ring-line max-sm:flex-1 max-sm:px-2 max-sm:text-base"
    >
      {children}
    </button>
  )
}
