/** A time as a bar against the exam's pace, which is marked by a line. Decoration beside figures. */
export function PaceBar({ seconds, pace }: { seconds: number | null; pace: number }) {
  // The pace stands at two thirds, so that there is room for being slower.
  const along = (time: number) => `${Math.min(100, (time / (pace * 1.5)) * 100)}%`
  return (
    <svg width="100%" height="16" aria-hidden="true" className="block min-w-0 overflow-visible">
      <rect x="0" y="5" width="100%" height="6" rx="1" className="fill-rule" />
      {seconds !== null && <rect x="0" y="5" width={along(seconds)} height="6" rx="1" className="fill-pencil" />}
      <line x1={along(pace)} x2={along(pace)} y1="0" y2="16" className="stroke-ink-2" strokeWidth="1.5" />
    </svg>
  )
}
