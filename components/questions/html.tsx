import type { Html as Written } from '@/domain/questions/view'

/** Text of a question: HTML that the server made from Markdown by an allow-list. Its language is the bank's.
    Chinese that is justified is broken greedily: `pretty` would tear its lines apart. */
export function Html({ html, id, className = '' }: Written & { id?: string; className?: string }) {
  return (
    <div
      id={id}
      lang="zh-CN"
      className={`prose [text-wrap:wrap] ${className}`}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  )
}
