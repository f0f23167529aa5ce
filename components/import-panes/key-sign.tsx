/** The key that does the same, for eyes; assistive technology has it from the button. */
export const KeySign = ({ sign }: { sign: string }) => (
  <span aria-hidden="true" className="font-normal text-ink-3 text-meta max-lg:hidden">
    {sign}
  </span>
)
