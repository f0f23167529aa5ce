/**
 * What committing does with each question of a file, by what the bank holds. Same identity and content: nothing. Other
 * content: a new version. Another key: a person decides, always. An id that comes back with quite another stem: likewise.
 * No identity in common, but alike: a new question with a warning; nothing is ever merged by itself.
 */
import { type Finding, finding, type Place } from '@/domain/formats/findings'
import type { QuestionContent } from '@/domain/questions/input'
import type { Print } from './identity'
import { isPoorer } from './likeness/absence'
import type { Features } from './likeness/features'
import { contradicts, isOtherQuestion, type Likeness, likenessOf, looksLike, saysLittle } from './likeness/likeness'
import { type Resemblance, type StoredPrint, stemPart } from './likeness/probe'
import type { Within } from './likeness/within'
import { keyWords, placeWords } from './likeness/words'
import type { ImportAction } from './state'

/** A question of a file that has become content. */
export type Incoming = {
  position: number
  place: Place
  content: QuestionContent
  chapterKey: string | null
  externalId: { source: string; id: string } | null
  /** Whether the file names a difficulty: one that the check put in is no change. */
  difficultyGiven: boolean
  print: Print
}

export type Recognised = {
  position: number
  action: ImportAction
  /** The question that it is; null for a new one, and for one that an earlier row of the file already brings. */
  questionId: string | null
  /** The one it looks like, which a person may choose to make a version of. */
  likeId: string | null
  findings: Finding[]
}

export type StoredContent = { content: QuestionContent; chapterKey: string | null }

/** What recognising needs beside the item: stored questions by id (those of contentsFor), and a memory of features. */
export type Bank = {
  contents: ReadonlyMap<string, StoredContent>
  features: (content: QuestionContent) => Features
}

/** More stored questions than this share a stem: it is a stock phrase. */
const stockStem = 3

const givenId = (print: Pick<Print, 'identity'>) => print.identity.startsWith('i:')

/** The stored question that this is: by our own id, by its identity, or by its text when not both have ids of their own. */
function knownAs(item: Incoming, { known }: Resemblance): StoredPrint | null {
  const own = item.externalId?.source === 'yilian' ? item.externalId.id : null
  const byOwn = known.find((one) => one.questionId === own)
  if (byOwn) return byOwn
  const byIdentity = known.filter((one) => one.identity === item.print.identity)
  const byText = known.filter((one) => !(givenId(one) && givenId(item.print)))
  const among = byIdentity.length > 0 ? byIdentity : byText
  return (
    among.find((one) => one.contentHash === item.print.contentHash) ??
    among.find((one) => one.keyHash === item.print.keyHash) ??
    among[0] ??
    null
  )
}

const kept = (item: Incoming, action: ImportAction, rest: Partial<Recognised> = {}): Recognised => ({
  position: item.position,
  action,
  questionId: null,
  likeId: null,
  findings: [],
  ...rest,
})

const keyConflict = (
  item: Incoming,
  { questionId, content }: { questionId: string; content?: QuestionContent | undefined },
) =>
  finding('KEY_CONFLICT', item.place, {
    seen: item.content.stem,
    first: '',
    key: keyWords(item.content),
    was: content ? keyWords(content) : '',
    where: 'bank',
    questionId,
  })

/** A question that the bank has. */
function againstKnown(item: Incoming, stored: StoredPrint, { contents, features }: Bank): Recognised {
  const { questionId } = stored
  if (stored.contentHash === item.print.contentHash) return kept(item, 'same', { questionId })
  const before = contents.get(questionId)
  const moved = stemPart(stored) !== stemPart(item.print)
  if (before && moved && isOtherQuestion(likenessOf(features(before.content), features(item.content)))) {
    const params = { id: item.externalId?.id ?? '', seen: item.content.stem, was: before.content.stem, first: '' }
    return kept(item, 'wait', { questionId, findings: [finding('ID_REUSED', item.place, { ...params, questionId })] })
  }
  if (stored.keyHash !== item.print.keyHash) {
    return kept(item, 'wait', { questionId, findings: [keyConflict(item, { questionId, content: before?.content })] })
  }
  return kept(item, before && isPoorer(item, before) ? 'same' : 'version', { questionId })
}

type Near = { questionId: string; content: QuestionContent; likeness: Likeness }

/** The likest of some stored questions, if any is worth a look. */
function likest(item: Incoming, ids: readonly string[], { contents, features }: Bank): Near | undefined {
  const found = ids.flatMap((questionId): Near[] => {
    const content = contents.get(questionId)?.content
    const likeness = content && likenessOf(features(content), features(item.content))
    return likeness && looksLike(likeness) ? [{ questionId, content, likeness }] : []
  })
  return found.sort((a, b) => b.likeness.stem - a.likeness.stem)[0]
}

/** The same words under another id. */
function againstTwin(item: Incoming, twin: StoredPrint, { contents }: Bank): Recognised {
  const likeId = twin.questionId
  const twice = finding('DUPLICATE_EXACT', item.place, { seen: item.content.stem, questionId: likeId })
  if (twin.keyHash === item.print.keyHash) return kept(item, 'add', { likeId, findings: [twice] })
  const conflict = keyConflict(item, { questionId: likeId, content: contents.get(likeId)?.content })
  return kept(item, 'wait', { likeId, findings: [conflict, twice] })
}

function warned(item: Incoming, { questionId, content, likeness }: Near): Recognised {
  const part = likeness.stem === 1 ? 'options' : 'stem'
  const params = { seen: content.stem, likeness: Math.round(likeness.stem * 100), questionId, part }
  const near = finding('DUPLICATE_NEAR', item.place, params)
  if (!contradicts(likeness)) return kept(item, 'add', { likeId: questionId, findings: [near] })
  const conflict = keyConflict(item, { questionId, content })
  return kept(item, 'wait', { likeId: questionId, findings: [conflict, near] })
}

/** A question that the bank does not have: what in it does it look like? */
function againstLike(item: Incoming, like: Resemblance, bank: Bank): Recognised {
  const [twin] = like.known
  if (twin) return againstTwin(item, twin, bank)
  const near = likest(item, nearIds(like), bank)
  if (near) return warned(item, near)
  const [sameStem] = like.sameStem
  const stock = like.sameStemCount > stockStem || saysLittle(bank.features(item.content))
  if (sameStem === undefined || stock) return kept(item, 'add')
  const params = { seen: item.content.stem, likeness: 100, questionId: sameStem, part: 'options' }
  return kept(item, 'add', { likeId: sameStem, findings: [finding('DUPLICATE_NEAR', item.place, params)] })
}

const nearIds = ({ near, sameStem }: Resemblance) => [...new Set([...near.map((one) => one.questionId), ...sameStem])]

/** Which stored contents are needed to recognise an item. */
export function contentsFor(item: Incoming, like: Resemblance): string[] {
  const known = knownAs(item, like)
  if (known) return known.contentHash === item.print.contentHash ? [] : [known.questionId]
  const [twin] = like.known
  return twin ? [twin.questionId] : nearIds(like)
}

/** One question of a file against the bank. */
export function recogniseOne(item: Incoming, like: Resemblance, bank: Bank): Recognised {
  const known = knownAs(item, like)
  return known ? againstKnown(item, known, bank) : againstLike(item, like, bank)
}

/** A question of the bank that an earlier one of the file already is. */
const taken = (item: Incoming, first: Incoming, questionId: string): Recognised =>
  kept(item, 'same', {
    questionId,
    findings: [
      finding('WITHIN_FILE', item.place, { seen: item.content.stem, first: placeWords(first.place), how: 'again' }),
    ],
  })

/** Both answers together, in the order of the file: what it says of itself comes first. */
export function settledWithin(
  items: readonly Incoming[],
  within: readonly Within[],
  found: ReadonlyMap<number, Recognised>,
): Recognised[] {
  const takers = new Map<string, Incoming>()
  return items.map((item, index) => {
    const { settled, findings } = within[index] ?? { settled: null, findings: [] }
    if (settled) return kept(item, settled, { findings })
    const one = found.get(index) ?? kept(item, 'add')
    const first = one.questionId === null ? undefined : takers.get(one.questionId)
    if (one.questionId === null) return { ...one, findings: [...findings, ...one.findings] }
    if (first && one.action !== 'wait') return taken(item, first, one.questionId)
    takers.set(one.questionId, item)
    return { ...one, findings: [...findings, ...one.findings] }
  })
}
