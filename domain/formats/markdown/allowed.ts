import type { IOptions } from 'sanitize-html'

const text = 'p br em strong s ul ol li blockquote code pre hr span h1 h2 h3 h4 table thead tbody tr th td img'.split(
  ' ',
)

/** What KaTeX makes of a formula; its annotation, which repeats the LaTeX, goes with all that it holds. */
const math = [
  ...'math semantics mrow mi mn mo ms mtext mspace mfrac msqrt mroot msup msub msubsup'.split(' '),
  ...'mover munder munderover mtable mtr mtd mstyle mpadded mphantom menclose'.split(' '),
]

const mathAttributes: IOptions['allowedAttributes'] = {
  math: ['display'],
  mi: ['mathvariant'],
  mo: ['stretchy', 'fence', 'separator', 'accent', 'form', 'lspace', 'rspace', 'minsize', 'maxsize', 'symmetric'],
  mspace: ['width', 'height', 'depth', 'linebreak'],
  mfrac: ['linethickness'],
  mover: ['accent'],
  munder: ['accentunder'],
  mtable: ['columnalign', 'columnspacing', 'rowspacing', 'columnlines', 'rowlines', 'displaystyle'],
  mstyle: ['scriptlevel', 'displaystyle', 'mathcolor'],
  mpadded: ['width', 'height', 'depth', 'lspace', 'voffset'],
  menclose: ['notation'],
}

const ownPicture = /^\/api\/v1\/media\/[0-9a-f]{64}$/

/** Everything that text of the bank may become in a page, and nothing else. */
export const allowed: IOptions = {
  allowedTags: [...text, ...math],
  allowedAttributes: { span: ['class'], ol: ['start'], img: ['src', 'alt', 'loading'], ...mathAttributes },
  allowedClasses: { span: ['blank'] },
  allowedSchemes: [],
  allowProtocolRelative: false,
  nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'annotation'],
  exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !ownPicture.test(attribs.src ?? ''),
}
