type ProgressLineProps = {
  label: string
  done: number
  /** 0 while nobody knows yet. */
  of: number
  /** How far it is, in words. */
  words: string
}

/** Long work, with counts. Until they are known the bar has no value, as browsers and screen readers understand it. */
export const ProgressLine = ({ label, done, of, words }: ProgressLineProps) => (
  <div className="grid gap-1">
    <p className="flex flex-wrap justify-between gap-x-4 text-small">
      <span className="font-semibold">{label}</span>
      <span className="text-ink-2">{words}</span>
    </p>
    <progress
      aria-label={label}
      {...(of > 0 && { value: Math.min(done, of), max: of })}
      className="h-2 w-full appearance-none overflow-hidden rounded-box bg-sunk [&::-moz-progress-bar]:bg-pencil [&::-webkit-progress-bar]:bg-sunk [&::-webkit-progress-value]:bg-pencil"
    />
  </div>
)
