/** The box of a machine-read answer card, 36 × 22: filled with graphite when chosen. Decoration beside words. */
export function AnswerBox({ sign, filled, className = '' }: { sign: string; filled: boolean; className?: string }) {
  const ink = filled ? 'border-pencil bg-pencil text-paper' : 'border-edge text-ink-2'
  return (
    <span
      aria-hidden="true"
      className={`inline-flex h-5.5 w-9 shrink-0 items-center justify-center rounded-box border-[1.5px] font-semibold text-meta ${ink} ${className}`}
    >
      {sign}
    </span>
  )
}
