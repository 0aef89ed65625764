/** What came of a scene, in a sentence or two. */
export function Result({
  mood = 'calm',
  children,
}: {
  mood?: 'calm' | 'ready' | 'attention'
  children: string
}) {
  return (
    <p
      data-mood={mood}
      className="rounded-2xl bg-paper-deep p-4 text-lg font-semibold text-pretty data-[mood=attention]:bg-attention-tint data-[mood=attention]:text-attention data-[mood=ready]:bg-ready-tint data-[mood=ready]:text-ready"
    >
      {children}
    </p>
  )
}
