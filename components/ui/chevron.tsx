/** Beside the summary of a `<details className="group">`: down when closed, up when open. */
export const Chevron = () => (
  <svg
    viewBox="0 0 12 12"
    width="12"
    height="12"
    aria-hidden="true"
    className="shrink-0 fill-none stroke-ink-3 transition-transform duration-90 group-open:rotate-180 print:hidden"
  >
    <path d="M2 4.5L6 8.5L10 4.5" strokeWidth="1.5" strokeLinecap="round" />
  </svg>
)
