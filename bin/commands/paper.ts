import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { noteExport } from '@/domain/banks/export-commands'
import { getSubject, todayOf } from '@/domain/exams/queries'
import type { Media } from '@/domain/formats/reading'
import { type DrawnPaper, drawPaper } from '@/domain/papers/queries'
import { answersTypst } from '@/domain/typesetting/papers/answers'
import { smallerWords } from '@/domain/typesetting/papers/heads'
import { paperTypst } from '@/domain/typesetting/papers/paper'
import { sheetTypst } from '@/domain/typesetting/papers/sheet'
import { unsetFormulas } from '@/domain/typesetting/papers/unset-formulas'
import { mediaKey, storage } from '@/lib/storage/storage'
import { Stopped } from './create-admin'
import { layoutFolder, openTypesetter, typesetSource } from './typeset'

type PaperOptions = { out: string; seed?: string; answers?: boolean; fonts?: string }

/** Kinds of pictures that Typst draws. */
const drawable = /^image\/(png|jpeg|gif|webp)$/

/** Lays pictures beside the source. @returns their names by hash, and what there is to say of those that cannot be drawn */
function layPictures(typesetter: NodeCompiler, media: ReadonlyMap<string, Media>) {
  const names = new Map<string, string>()
  const warnings: string[] = []
  for (const { hash, mime, bytes, name } of media.values()) {
    if (!drawable.test(mime)) {
      warnings.push(`${name}: a picture of the kind ${mime} cannot be printed; its words stand for it`)
      continue
    }
    const path = `/media/${hash}.${mime.slice('image/'.length)}`
    typesetter.mapShadow(join(layoutFolder, path), Buffer.from(bytes))
    names.set(hash, path)
  }
  return { names, warnings }
}

function warningsOf({ paper, printed }: DrawnPaper): string[] {
  const smaller = smallerWords({ paper, printed })
  const questions = printed.sections.flatMap(({ units }) => units.flatMap((unit) => unit.questions))
  return [
    ...(smaller === '' ? [] : [smaller]),
    ...questions.flatMap(({ id, content }) =>
      unsetFormulas(content).map((latex) => `${id}: this formula is printed as it was written: ${latex}`),
    ),
  ]
}

type PaperReport = { number: string; questions: number; files: string[]; warnings: string[] }

/**
 * Makes a paper, its answer sheet and, apart from both, its answers as PDFs in a folder. The same seed makes the same bytes
 * of the same bank; without one it is the day.
 * @throws Stopped when nothing is published, or a sign in it has no font
 */
export async function makePaper(
  subject: string,
  { out, seed, answers = false, fonts }: PaperOptions,
): Promise<PaperReport> {
  const now = new Date()
  const number = seed ?? todayOf((await getSubject(subject)).exam, now).today
  const store = storage()
  const drawn = await drawPaper({ subject, seed: number, picture: (hash) => store.read(mediaKey(hash)) }, now)
  if (drawn.printed.questions === 0) throw new Stopped(`${subject} has no published question`)
  const typesetter = await openTypesetter(fonts)
  const { names, warnings } = layPictures(typesetter, drawn.media)
  const to = { ...drawn, number }
  const sources = {
    '试卷.pdf': paperTypst(to, names),
    '答题卡.pdf': sheetTypst(to),
    ...(answers && { '答案与解析.pdf': answersTypst(to, names) }),
  }
  const made = Object.entries(sources).map(([name, source]) => ({
    name: join(out, name),
    pdf: typesetSource(typesetter, source, name).pdf,
  }))
  mkdirSync(out, { recursive: true })
  for (const { name, pdf } of made) writeFileSync(name, pdf)
  await noteExport(null, { subject, format: 'pdf' }, now)
  return {
    number,
    questions: drawn.printed.questions,
    files: made.map((one) => one.name),
    warnings: [...warningsOf(drawn), ...warnings],
  }
}
