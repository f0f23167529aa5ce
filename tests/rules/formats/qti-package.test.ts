import fc from 'fast-check'
import { expect, test } from 'vitest'
import { resolved } from '@/domain/formats/qti/package'
import { writeQti21, writeQti30 } from '@/domain/formats/qti/qti-writer'
import { childrenOf, descendantsOf, type Element, readXml } from '@/domain/formats/xml'
import { readZip } from '@/domain/formats/zip'
import { bankArbitrary } from '../../support/bank-arbitrary'

const at = (element: Element, name: string) => element.attributes.get(name) ?? ''
const open = async (bytes: Uint8Array) => {
  const files = await readZip(bytes, { entries: 9999 })
  const text = (path: string) => new TextDecoder().decode(files.get(path))
  return { files, xml: (path: string) => readXml(text(path)) }
}
const references = (root: Element) =>
  descendantsOf(root, 'img', 'assessmentItemRef', 'qti-assessment-item-ref', 'qti-assessment-stimulus-ref').map(
    (one) => at(one, 'src') || at(one, 'href'),
  )
const order21 = ['responseDeclaration', 'outcomeDeclaration', 'itemBody', 'responseProcessing', 'modalFeedback']
const order30 = [
  ...['qti-response-declaration', 'qti-outcome-declaration', 'qti-assessment-stimulus-ref', 'qti-item-body'],
  ...['qti-response-processing', 'qti-modal-feedback'],
]

test.each([
  ['2.1', writeQti21, order21],
  ['3.0', writeQti30, order30],
] as const)('a package of QTI %s is whole', async (_, write, order) => {
  await fc.assert(
    fc.asyncProperty(bankArbitrary({ wild: true, pictures: true, formulas: true }), async (bank) => {
      const { files, xml } = await open((await write(bank, 'zh-CN')).bytes)
      const resources = descendantsOf(xml('imsmanifest.xml'), 'resource')
      const identifiers = resources.map((one) => at(one, 'identifier'))
      expect(new Set(identifiers).size).toBe(identifiers.length)
      for (const one of identifiers) expect(one).toMatch(/^[A-Za-z_][\w.-]*$/)
      expect(resources.map((one) => at(one, 'href')).sort()).toEqual(
        [...files.keys()].filter((path) => path !== 'imsmanifest.xml').sort(),
      )
      const needed = resources.flatMap((one) => childrenOf(one, 'dependency').map((on) => at(on, 'identifierref')))
      expect(needed.filter((one) => !identifiers.includes(one))).toEqual([])
      for (const path of [...files.keys()].filter((one) => one.endsWith('.xml'))) {
        const root = xml(path)
        for (const href of references(root)) expect(files.has(resolved(href, path)), href).toBe(true)
        if (!root.local.endsWith('item')) continue
        const places = childrenOf(root).map(({ local }) => order.indexOf(local as never))
        expect(places).toEqual([...places].sort((a, b) => a - b))
        expect(places).not.toContain(-1)
      }
    }),
    { numRuns: 15 },
  )
})

test('the same bank is the same bytes', async () => {
  const [bank] = fc.sample(bankArbitrary({ pictures: true }), 1)
  if (!bank) throw new Error('no bank')
  expect((await writeQti30(bank, 'en')).bytes).toEqual((await writeQti30(bank, 'zh-CN')).bytes)
})
