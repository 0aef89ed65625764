'use client'
import { useState } from 'react'

/** The link that leads to the same customers. It is a real link: whoever may not copy it by the button can copy it by hand. */
export function ShareLink({ path }: { path: string }) {
  const [copied, setCopied] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(new URL(path, location.href).href)
      setCopied(path)
    } catch {
      setCopied('')
    }
  }
  return (
    <span className="flex min-h-13 items-center gap-3">
      <a href={path} className="font-semibold underline decoration-2 underline-offset-4">
        Link to this rush
      </a>
      <button
        type="button"
        onClick={() => void copy()}
        className="min-h-11 rounded-xl px-4 font-semibold ring-2 ring-ink/25 ring-inset"
      >
        {copied === path ? 'Copied' : 'Copy it'}
      </button>
    </span>
  )
}
