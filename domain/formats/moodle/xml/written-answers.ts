import type { ChoiceContent, QuestionContent } from '@/domain/questions/input'
import { escapeXml } from '../../xml'
import { percentOf } from '../fractions'
import { typedPart } from './cloze'
import { withPoints } from './marking-points'
import type { WrittenTexts } from './written-texts'

/** What a type has of its own: its name with Moodle, the text of the question, and the elements after the common ones. */
export type OwnParts = { type: string; stem?: { markdown: string; html: string }; elements: string[] }

const plain = (text: string) => `<text>${escapeXml(text)}</text>`

function choice(content: ChoiceContent, texts: WrittenTexts): OwnParts {
  const single = content.type === 'single' && content.key.length === 1
  const answers = content.options.map((option) => {
    const right = content.key.includes(option.id)
    const percent = percentOf(option, right, { rights: content.key.length, single })
    const feedback = option.explanation === '' ? '' : texts.element('feedback', option.explanation)
    return `<answer fraction="${percent}" format="html">${texts.body(option.text, texts.inline(option.text))}${feedback}</answer>`
  })
  const settings = ['<shuffleanswers>false</shuffleanswers>', '<answernumbering>ABCD</answernumbering>']
  return { type: 'multichoice', elements: [`<single>${single}</single>`, ...settings, ...answers] }
}

function trueFalse(content: ChoiceContent, texts: WrittenTexts): OwnParts {
  const answers = ['true', 'false'].map((word, index) => {
    const option = content.options[index]
    const right = option !== undefined && content.key.includes(option.id)
    const feedback = option?.explanation ? texts.element('feedback', option.explanation) : ''
    return `<answer fraction="${right ? 100 : 0}" format="moodle_auto_format">${plain(word)}${feedback}</answer>`
  })
  return { type: 'truefalse', elements: answers }
}

/** Brackets are blanks; lines are too, where the brackets alone are not as many as the answers. */
const blanks = [/（[\s\u3000]*）/g, /（[\s\u3000]*）|_{2,}/g]

/** One blank is a short answer; several are embedded where the text has them, or after it when their number differs. */
function fill(stem: string, key: readonly (readonly string[])[], texts: WrittenTexts): OwnParts {
  const [first = []] = key
  if (key.length === 1) {
    const answers = first.map(
      (one) => `<answer fraction="100" format="plain_text">${plain(one.replace(/\*/g, '\\*'))}</answer>`,
    )
    return { type: 'shortanswer', elements: ['<usecase>0</usecase>', ...answers] }
  }
  const parts = key.map((accepted) => typedPart(accepted.map(escapeXml)))
  const html = texts.html(stem)
  const blank = blanks.find((one) => html.match(one)?.length === parts.length)
  const left = [...parts]
  const embedded = blank ? html.replace(blank, () => left.shift() ?? '') : `${html}<p>${parts.join(' ')}</p>`
  return { type: 'cloze', stem: { markdown: stem, html: embedded }, elements: [] }
}

export function ownParts(content: QuestionContent, texts: WrittenTexts): OwnParts {
  if (content.type === 'true-false') return trueFalse(content, texts)
  if ('options' in content) return choice(content, texts)
  if (content.type === 'fill') return fill(content.stem, content.key, texts)
  if (content.type === 'numeric') {
    const { value, tolerance } = content.key
    return {
      type: 'numerical',
      elements: [`<answer fraction="100">${plain(String(value))}<tolerance>${tolerance}</tolerance></answer>`],
    }
  }
  const told = withPoints(content.modelAnswer, content.markingPoints)
  return { type: 'essay', elements: ['<responseformat>editor</responseformat>', texts.element('graderinfo', told)] }
}
