/** Three nuggets and a dip: the house in one drawing. */
export function Nuggets({ className }: { className?: string }) {
  return (
    <svg className={className} viewBox="0 0 240 160" aria-hidden="true">
      <ellipse cx="120" cy="139" rx="112" ry="15" fill="currentColor" opacity="0.1" />
      <path
        d="M18 111c-8-22 6-46 30-50 14-3 24 4 36 4 15 1 27 10 28 26 2 24-14 44-42 45-26 2-44-3-52-25z"
        fill="#c06a17"
      />
      <path
        d="M20 105c-7-20 6-42 28-46 14-2 24 4 35 5 15 1 26 9 27 23 1 22-14 39-40 40-24 1-43-2-50-22z"
        fill="#d9822b"
      />
      <path
        d="M74 62c-3-24 14-42 38-43 13 0 20 6 31 9 15 4 24 15 21 31-4 24-23 36-49 33-25-3-39-9-41-30z"
        fill="#c97420"
      />
      <path
        d="M76 57c-3-21 14-38 36-39 13 0 20 6 30 9 14 4 23 14 20 28-4 22-22 33-46 30-24-2-38-8-40-28z"
        fill="#e39538"
      />
      <path
        d="M112 112c0-21 16-35 38-34 12 1 18 8 28 12 12 5 19 16 15 29-6 19-25 24-47 21-22-2-34-9-34-28z"
        fill="#b9640f"
      />
      <path
        d="M114 108c0-19 16-32 36-31 12 1 18 7 28 11 12 5 18 15 14 27-6 17-24 22-45 19-21-2-33-8-33-26z"
        fill="#d9822b"
      />
      <path d="M172 103h58l-7 31c-1 6-6 9-12 9h-20c-6 0-11-3-12-9z" fill="#fffdf8" />
      <path d="M172 103h58l-2 9h-54z" fill="#e4d8c4" />
      <ellipse cx="201" cy="103" rx="29" ry="9" fill="#f2b84b" />
      <g fill="none" stroke="#fbe3b0" strokeLinecap="round" strokeWidth="5" opacity="0.75">
        <path d="M42 74c6-4 12-5 18-4M36 92h1M74 79h1" />
        <path d="M98 36c6-5 12-6 18-5M92 52h1M136 43h1" />
        <path d="M134 94c4-4 9-6 14-5M163 99h1" />
      </g>
    </svg>
  )
}
