'use client'
import { useState } from 'react'
import { RushRequest } from '#rush/settings.ts'

/** The seed, which may be empty or nonsense while it is typed: only what can be one is taken, and whoever leaves sees what that was. */
export function SeedField({ seed, onChange }: { seed: number; onChange: (seed: number) => void }) {
  const [typed, setTyped] = useState<string | null>(null)
  const type = (text: string) => {
    setTyped(text)
    const { data } = RushRequest.shape.seed.safeParse(Number(text))
    if (data !== undefined) onChange(data)
  }
  return (
    <label className="flex flex-col gap-1 font-medium text-ink-soft">
      Seed
      <input
        type="text"
        inputMode="numeric"
        value={typed ?? String(seed)}
        onChange={({ target }) => type(target.value)}
        onBlur={() => setTyped(null)}
        className="h-13 w-40 rounded-2xl bg-paper-deep px-4 text-lg font-semibold text-ink tabular-nums"
      />
    </label>
  )
}
