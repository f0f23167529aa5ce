/** A mark beside what nobody has checked against the original. */
export const Unverified = ({ words }: { words: string }) => (
  <span className="inline-block rounded-box bg-part-wash px-1.5 text-meta text-part">{words}</span>
)
