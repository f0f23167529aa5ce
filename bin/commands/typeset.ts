import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { z } from 'zod'
import { type ExamDefinition, examSchema } from '@/domain/exams/definition'
import { parseWith, readYaml } from '@/domain/formats/content/yaml'
import { type Tip, tipSchema } from '@/domain/resources/input'
import { studyMaterialTypst, textSizes } from '@/domain/typesetting/study-material'
import { BrokenContent, examFolders } from './content/read-content'
import { Stopped } from './create-admin'

/** Where Debian's fonts-noto-cjk lays its files. */
export const debianFonts = '/usr/share/fonts/opentype/noto'
const fonts = ['NotoSerifCJK-Regular', 'NotoSerifCJK-Bold', 'NotoSansCJK-Regular', 'NotoSansCJK-Bold']
/** What a source finds under `/`: the layouts. */
export const layoutFolder = fileURLToPath(new URL('../../domain/typesetting', import.meta.url))
/** More pages than this are not read in one sitting: smaller type is tried first. */
const mostPages = 8

type Typeset = { pdf: Uint8Array; pages: number; size: number }

/** @throws Stopped when the fonts are not there: another font would break lines elsewhere, and make other bytes. */
export async function openTypesetter(fontFolder = debianFonts): Promise<NodeCompiler> {
  const lacking = fonts.filter((name) => !['ttc', 'otf'].some((end) => existsSync(join(fontFolder, `${name}.${end}`))))
  if (lacking.length > 0)
    throw new Stopped(`${lacking.join(', ')} not in ${fontFolder}: apt-get install fonts-noto-cjk, or --fonts FOLDER`)
  // Tens of megabytes of native code: no other command waits for them, and nothing that serves needs them.
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  return NodeCompiler.create({ workspace: layoutFolder, fontArgs: [{ fontPaths: [fontFolder] }] })
}

/** One document, as PDF/UA: its bytes depend on its source, the layout and the fonts alone. A sign that no font has stops it. */
export function typesetSource(
  typesetter: NodeCompiler,
  source: string,
  name: string,
): { pdf: Uint8Array; pages: number } {
  const compiled = typesetter.compile({ mainFileContent: source })
  const document = compiled.result
  const told = document ? compiled.takeWarnings() : compiled.takeError()
  if (!document || told) throw new Stopped(`${name}: ${JSON.stringify(told?.shortDiagnostics ?? [])}`)
  try {
    return { pdf: typesetter.pdf(document, { pdfStandard: 'ua-1' }), pages: document.numOfPages }
  } catch (error) {
    throw new Stopped(`${name}: ${error instanceof Error ? error.message : JSON.stringify(error)}`, { cause: error })
  }
}

/** In the type that reads best, or in one a little smaller if that saves a page; in the smallest only to keep to eight pages. */
function typesetTip(typesetter: NodeCompiler, tip: Tip, text: string, exam: ExamDefinition): Typeset {
  const inSize = (size: number): Typeset => {
    return { ...typesetSource(typesetter, studyMaterialTypst(tip, text, { exam, size }), tip.id), size }
  }
  const [best, smaller] = [inSize(textSizes.best), inSize(textSizes.smaller)]
  const made = smaller.pages < best.pages ? smaller : best
  return made.pages <= mostPages ? made : inSize(textSizes.smallest)
}

function read<T>(schema: z.ZodType<T>, file: string): T {
  const { value, faults } = parseWith(schema, readYaml(file, readFileSync(file, 'utf8')))
  if (!value) throw new BrokenContent(faults)
  return value
}

function typesetExam(typesetter: NodeCompiler, examFolder: string) {
  const folder = join(examFolder, 'tips')
  if (!existsSync(folder)) return
  const exam = read(examSchema, join(examFolder, 'exam.yaml'))
  const out = join(folder, 'pdf')
  mkdirSync(out, { recursive: true })
  const entries: Record<string, { pages: number; bytes: number; source: string }> = {}
  for (const name of readdirSync(folder)
    .filter((one) => one.endsWith('.yaml'))
    .sort()) {
    const tip = read(tipSchema, join(folder, name))
    const yaml = readFileSync(join(folder, name))
    const text = readFileSync(join(folder, `${tip.id}.md`))
    const { pdf, pages, size } = typesetTip(typesetter, tip, String(text), exam)
    const source = createHash('sha256').update(yaml).update(text).digest('hex')
    entries[tip.id] = { pages, bytes: pdf.length, source }
    writeFileSync(join(out, `${tip.id}.pdf`), pdf)
    console.error(`${tip.id}: ${pages} pages at ${size} pt, ${Math.round(pdf.length / 1024)} KiB`)
    if (pages > mostPages) console.error(`  more than ${mostPages} pages: shorten the text`)
  }
  writeFileSync(join(out, 'pages.json'), `${JSON.stringify(entries, null, 2)}\n`)
  for (const name of readdirSync(out)) if (name.endsWith('.pdf') && !entries[name.slice(0, -4)]) rmSync(join(out, name))
}

/** Makes a PDF of every piece of study material, and `pages.json`, by which a test tells one that is older than its text. */
export async function typeset(fontFolder?: string, root = join('content', 'exams')) {
  const typesetter = await openTypesetter(fontFolder)
  for (const folder of examFolders(root)) typesetExam(typesetter, folder)
}
