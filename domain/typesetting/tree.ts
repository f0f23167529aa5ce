import { commonmark } from '@/domain/formats/html/commonmark'

type Token = ReturnType<typeof commonmark.parse>[number]

/** One construct of Markdown with what it holds. */
export type MarkdownNode = { token: Token; children: readonly MarkdownNode[] }

/**
 * Markdown as a tree: markdown-it gives a flat run of tokens that open and close. The dialect is that of the bank, so that
 * a text means the same on its page and on paper.
 */
export function treeOf(markdown: string): MarkdownNode[] {
  const roots: MarkdownNode[] = []
  const open = [roots]
  for (const token of commonmark.parse(markdown, {})) {
    if (token.nesting === -1) {
      open.pop()
      continue
    }
    const children: MarkdownNode[] = []
    open.at(-1)?.push({ token, children })
    if (token.nesting === 1) open.push(children)
  }
  return roots
}

/** All nodes of a kind below one, in order. */
export function nodesWithin(node: MarkdownNode, type: string): MarkdownNode[] {
  return node.children.flatMap((child) => (child.token.type === type ? [child] : nodesWithin(child, type)))
}

/** What is read of a node, without any marks. */
export function plainText(node: MarkdownNode): string {
  const own = (node.token.children ?? []).map(({ content }) => content).join('')
  return own + node.children.map(plainText).join('')
}
