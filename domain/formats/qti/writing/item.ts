import { htmlOf } from '../../html'
import type { WrittenQuestion } from '../../writing'
import { declaration, type QtiVersion, type Tag, tagOf } from './markup'
import { answeringOf } from './responses'

const namespaces: Record<QtiVersion, { name: string; schema: string }> = {
  '2.1': {
    name: 'http://www.imsglobal.org/xsd/imsqti_v2p1',
    schema: 'http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd',
  },
  '3.0': {
    name: 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0',
    schema: 'https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd',
  },
}

/** What every document says of its schema. */
export const schemaOf = (version: QtiVersion) => ({
  xmlns: namespaces[version].name,
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation': `${namespaces[version].name} ${namespaces[version].schema}`,
})

export type Written = { identifier: string; material: { identifier: string; href: string } | null }
export type Writing = { version: QtiVersion; picture: (hash: string) => string | null }

function feedback({ content }: WrittenQuestion, { version, picture }: Writing, tag: Tag): string {
  const modal = (identifier: string, outcomeIdentifier: string, text: string) => {
    const html = htmlOf(text, picture)
    const body = version === '3.0' ? tag('contentBody', {}, html) : html
    return tag('modalFeedback', { outcomeIdentifier, identifier, showHide: 'show' }, body)
  }
  const options = 'options' in content ? content.options.filter(({ explanation }) => explanation !== '') : []
  return [
    ...options.map(({ id, explanation }) => modal(id, 'FEEDBACK', explanation)),
    ...(content.explanation === '' ? [] : [modal('explanation', 'SOLUTION', content.explanation)]),
  ].join('')
}

/** Shown beside the item: in 3.0 a document of its own, before that a part of the body. */
function materialOf({ content }: WrittenQuestion, { version, picture }: Writing, { material }: Written, tag: Tag) {
  if (!content.material || !material) return { reference: '', inside: '' }
  const { title, text } = content.material
  if (version === '3.0')
    return {
      reference: tag('assessmentStimulusRef', { identifier: material.identifier, href: `../${material.href}` }),
      inside: '',
    }
  const label =
    title === '' ? '' : ` label="${title.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')}"`
  return {
    reference: '',
    inside: `<div class="stimulus" id="${material.identifier}"${label}>${htmlOf(text, picture)}</div>`,
  }
}

const titleOf = (stem: string) =>
  [
    ...stem
      .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  ]
    .slice(0, 60)
    .join('')

/** One question as an assessmentItem; its id goes along as the label. */
export function itemXml(question: WrittenQuestion, writing: Writing, written: Written): string {
  const { content, id } = question
  const { version, picture } = writing
  const tag = tagOf(version)
  const { declarations, outcomes, body, processing } = answeringOf({ content, tag, picture })
  const { reference, inside } = materialOf(question, writing, written, tag)
  const shown = tag('defaultValue', {}, tag('value', {}, 'explanation'))
  const solution = { identifier: 'SOLUTION', cardinality: 'single', baseType: 'identifier' }
  const score = { identifier: 'SCORE', cardinality: 'single', baseType: 'float', normalMaximum: content.points ?? null }
  const head = { identifier: written.identifier, title: titleOf(content.stem) || written.identifier, label: id }
  return `${declaration}${tag(
    'assessmentItem',
    { ...schemaOf(version), ...head, adaptive: 'false', timeDependent: 'false', toolName: 'yilian', toolVersion: '1' },
    declarations,
    tag('outcomeDeclaration', score),
    outcomes,
    content.explanation === '' ? '' : tag('outcomeDeclaration', solution, shown),
    reference,
    tag('itemBody', {}, inside, body),
    processing === '' ? '' : tag('responseProcessing', {}, processing),
    feedback(question, writing, tag),
  )}\n`
}
