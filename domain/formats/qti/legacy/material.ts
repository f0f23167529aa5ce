import { childrenOf, descendantsOf, type Element, textOf } from '../../xml'
import { attribute } from '../names'
import { mark, type Texts } from '../texts'

const blank = '（　）'
const markup = /<\/?[a-z][^<>]*>|&(?:#\d+|\w+);/i

/** Text of QTI 1.2: HTML where it says so, or where it plainly is; pictures as elements of their own. */
function pieceOf(element: Element, texts: Texts): string {
  const { local } = element
  if (local === 'matimage')
    return texts.of(`<p><img src="${attribute(element, 'uri').replace(/"/g, '%22')}" alt=""/></p>`)
  if (local === 'mattext' || local === 'matemtext') {
    const text = textOf(element)
    return attribute(element, 'texttype') === 'text/html' || markup.test(text) ? texts.of(text) : texts.plain(text)
  }
  if (local === 'matbreak') return '\n'
  if (/^mat(audio|video|applet|application|_extension)$/.test(local)) texts.tell('UNSUPPORTED_PART', local)
  return ''
}

/** Material with blanks where something is typed in between: one sentence, whose parts are elements of their own. */
export const sentenceOf = (element: Element | undefined, texts: Texts): string =>
  materialOf(element, texts, true).replace(/(?:\n\n)?\uE000(?:\n\n)?/g, blank)

/** All material in an element, but not in what is answered; there `isMarked` leaves a mark. */
export function materialOf(element: Element | undefined, texts: Texts, isMarked = false): string {
  if (!element) return ''
  const pieces = childrenOf(element).flatMap((child) => {
    if (isMarked && child.local === 'response_str') return [mark]
    if (/^(material|altmaterial)$/.test(child.local))
      return child.local === 'altmaterial' ? [] : materials(child, texts)
    return /^flow(_mat)?$|^itemfeedback$|^solution(material)?$|^hint(material)?$/.test(child.local)
      ? [materialOf(child, texts, isMarked)]
      : []
  })
  return pieces.filter((piece) => piece.trim() !== '').join('\n\n')
}

const materials = (material: Element, texts: Texts): string[] =>
  childrenOf(material)
    .map((one) => pieceOf(one, texts))
    .filter((one) => one !== '')

/** Labels and values of the metadata of an item. */
export const metadataOf = (item: Element): Map<string, string> =>
  new Map(
    descendantsOf(item, 'qtimetadatafield').flatMap((field) => {
      const label = textOf(childrenOf(field, 'fieldlabel')[0]).trim()
      return label === '' ? [] : [[label, textOf(childrenOf(field, 'fieldentry')[0]).trim()] as const]
    }),
  )
