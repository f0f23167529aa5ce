import { finding } from '@/domain/formats/findings'
import type { QuestionContent } from '@/domain/questions/input'
import type { Print } from '../identity'
import type { Incoming, Recognised, StoredContent, StoredPrint } from '../recognition'
import type { ImportAction } from '../state'
import { isPoorer } from './absence'
import type { Features } from './features'
import { contradicts, isOtherQuestion, type Likeness, likenessOf, looksLike, saysLittle } from './likeness'
import { type Resemblance, stemPart } from './probe'
import { keyWords } from './words'

/** What judging needs beside the question: stored ones by id (those that contentsFor names), and a memory of features. */
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

export const kept = (item: Incoming, action: ImportAction, rest: Partial<Recognised> = {}): Recognised => ({
  position: item.position,
  action,
  questionId: null,
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
  const { questionId } = twin
  const twice = finding('DUPLICATE_EXACT', item.place, { seen: item.content.stem, questionId })
  if (twin.keyHash === item.print.keyHash) return kept(item, 'add', { findings: [twice] })
  const conflict = keyConflict(item, { questionId, content: contents.get(questionId)?.content })
  return kept(item, 'wait', { findings: [conflict, twice] })
}

function warned(item: Incoming, { questionId, content, likeness }: Near, features: Bank['features']): Recognised {
  const part = likeness.stem === 1 ? 'options' : 'stem'
  const params = { seen: content.stem, likeness: Math.round(likeness.stem * 100), questionId, part }
  const near = finding('DUPLICATE_NEAR', item.place, params)
  if (!contradicts(features(content), features(item.content))) return kept(item, 'add', { findings: [near] })
  const conflict = keyConflict(item, { questionId, content })
  return kept(item, 'wait', { findings: [conflict, near] })
}

/** A question that the bank does not have: what in it does it look like? */
function againstLike(item: Incoming, like: Resemblance, bank: Bank): Recognised {
  const [twin] = like.known
  if (twin) return againstTwin(item, twin, bank)
  const near = likest(item, nearIds(like), bank)
  if (near) return warned(item, near, bank.features)
  const [sameStem] = like.sameStemCount > stockStem ? [] : like.sameStem
  if (sameStem === undefined || saysLittle(bank.features(item.content))) return kept(item, 'add')
  const params = { seen: item.content.stem, likeness: 100, questionId: sameStem, part: 'options' }
  return kept(item, 'add', { findings: [finding('DUPLICATE_NEAR', item.place, params)] })
}

/** Those that share a stock phrase are compared only where bands say so. */
const nearIds = ({ near, sameStem, sameStemCount }: Resemblance) => [
  ...new Set([...near.map((one) => one.questionId), ...(sameStemCount > stockStem ? [] : sameStem)]),
]

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
