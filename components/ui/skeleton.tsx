/** Holds the place of what is on its way, in its shape; unseen for the first 300 ms (shell.css). */
export function Skeleton({ className }: { className: string }) {
  return <span aria-hidden="true" data-scripted="" className={`skeleton block ${className}`} />
}
