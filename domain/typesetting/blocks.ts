import { columnWidths, emsOf } from './columns'
import { inlineTypst } from './inline'
import { type MarkdownNode, nodesWithin, plainText, treeOf } from './tree'
import { arrayTypst, callTypst, contentTypst, textTypst } from './typst'

/** A box of more signs than this may break across pages; a shorter one moves to the next. */
const longNote = 500
/** Options up to this width stand two in a row. */
const shortOption = 19

function headingTypst(node: MarkdownNode): string {
  // A document's title is the cover's, so that its text begins with ##, which is the first level here.
  const level = Math.max(1, Number(node.token.tag.slice(1)) - 1)
  return callTypst('heading', `level: ${level}`, contentTypst(node.children.map(inlineTypst).join('')))
}

function tableTypst(node: MarkdownNode): string {
  const rows = nodesWithin(node, 'tr_open')
  const texts = rows.map((row) => row.children.map(plainText))
  const [head = '()', ...body] = rows.map((row) =>
    arrayTypst(row.children.map((cell) => contentTypst(cell.children.map(inlineTypst).join('')))),
  )
  return callTypst('ruled', arrayTypst(columnWidths(texts)), head, ...body)
}

/** Options of a question, A．B．C．…, bear their letter already, and want no dot before it. */
function isChoice(items: readonly MarkdownNode[]): boolean {
  return items.length > 1 && items.every((item, at) => plainText(item).startsWith(`${String.fromCharCode(65 + at)}．`))
}

function listTypst(node: MarkdownNode): string {
  const items = node.children.map((item) => contentTypst(blocks(item.children)))
  if (node.token.type === 'ordered_list_open')
    return callTypst('enum', `start: ${Number(node.token.attrGet('start') ?? 1)}`, ...items)
  if (!isChoice(node.children)) return callTypst('list', ...items)
  const isShort = node.children.every((item) => emsOf(plainText(item)) <= shortOption)
  return callTypst('choices', isShort ? '2' : '1', ...items)
}

function noteTypst(node: MarkdownNode): string {
  const isLong = plainText(node).length > longNote
  return callTypst('note', ...(isLong ? ['breakable: true'] : []), contentTypst(blocks(node.children)))
}

function blockTypst(node: MarkdownNode): string {
  const { type, content } = node.token
  if (type === 'inline') return inlineTypst(node)
  if (type === 'paragraph_open') return node.children.map(inlineTypst).join('')
  if (type === 'heading_open') return headingTypst(node)
  if (type === 'table_open') return tableTypst(node)
  if (type.endsWith('_list_open')) return listTypst(node)
  if (type === 'blockquote_open') return noteTypst(node)
  if (type === 'hr') return callTypst('line', 'length: 100%')
  return content.trimEnd().split('\n').map(textTypst).join('#linebreak();')
}

/** Does this paragraph only make sense with what follows: a stem, the words before a table, a colon, a label in bold? */
function leads(node: MarkdownNode, next: MarkdownNode | undefined): boolean {
  if (node.token.type !== 'paragraph_open' || !next) return false
  if (next.token.type === 'table_open' || (next.token.type === 'bullet_list_open' && isChoice(next.children)))
    return true
  const parts = (node.children[0]?.token.children ?? []).filter(
    ({ content, nesting }) => content !== '' || nesting !== 0,
  )
  const isLabel =
    parts[0]?.type === 'strong_open' && parts.findIndex(({ nesting }) => nesting === -1) === parts.length - 1
  return isLabel || plainText(node).trimEnd().endsWith('：')
}

const blocks = (nodes: readonly MarkdownNode[]): string =>
  nodes
    .map((node, at) =>
      leads(node, nodes[at + 1]) ? callTypst('lead', contentTypst(blockTypst(node))) : blockTypst(node),
    )
    .join('\n\n')

/** Markdown as the markup of Typst, one construct for one; `domain/typesetting/layout.typ` says how each of them looks. */
export const markdownTypst = (markdown: string): string => blocks(treeOf(markdown))
