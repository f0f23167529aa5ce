import type { WrittenQuestion } from '../../writing'
import { escapeXml } from '../../xml'
import { declaration, type QtiVersion } from './markup'

export type Resource = {
  identifier: string
  href: string
  kind: 'item' | 'test' | 'stimulus' | 'media'
  needs: readonly string[]
  question?: WrittenQuestion
}

const packaging: Record<QtiVersion, { name: string; schema: string; version: string; suffix: string }> = {
  '2.1': {
    name: 'http://www.imsglobal.org/xsd/imscp_v1p1',
    schema: 'QTIv2.1 Package',
    version: '1.0.0',
    suffix: '_xmlv2p1',
  },
  '3.0': {
    name: 'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1',
    schema: 'QTI Package',
    version: '3.0.0',
    suffix: '_xmlv3p0',
  },
}
/** Words of LOM for how hard something is, from 1 to 5. */
const difficulties = ['very easy', 'easy', 'medium', 'difficult', 'very difficult']

function metadata({ content }: WrittenQuestion): string {
  const keywords = content.topics.map((topic) => `<keyword><string>${escapeXml(topic)}</string></keyword>`).join('')
  const difficulty = difficulties[content.difficulty - 1] ?? 'medium'
  const general = keywords === '' ? '' : `<general>${keywords}</general>`
  const educational = `<educational><difficulty><source>LOMv1.0</source><value>${difficulty}</value></difficulty></educational>`
  return `<metadata><lom xmlns="http://ltsc.ieee.org/xsd/LOM">${general}${educational}</lom></metadata>`
}

function resourceXml({ identifier, href, kind, needs, question }: Resource, suffix: string): string {
  const type = kind === 'media' ? 'webcontent' : `imsqti_${kind}${suffix}`
  const dependencies = needs.map((one) => `<dependency identifierref="${one}"/>`).join('')
  return `<resource identifier="${identifier}" type="${type}" href="${escapeXml(href)}">${question ? metadata(question) : ''}<file href="${escapeXml(href)}"/>${dependencies}</resource>`
}

/** imsmanifest.xml: everything in the package, and what needs what. */
export function manifestXml(identifier: string, version: QtiVersion, resources: readonly Resource[]): string {
  const { name, schema, version: schemaVersion, suffix } = packaging[version]
  const list = resources.map((one) => `    ${resourceXml(one, suffix)}\n`).join('')
  return `${declaration}<manifest xmlns="${name}" identifier="${escapeXml(identifier)}">
  <metadata><schema>${schema}</schema><schemaversion>${schemaVersion}</schemaversion></metadata>
  <organizations/>
  <resources>
${list}  </resources>
</manifest>
`
}
