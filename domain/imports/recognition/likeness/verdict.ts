import { finding } from '@/domain/formats/findings'
import type { ImportAction } from '@/domain/imports/state'
import type { QuestionContent } from '@/domain/questions/input'
import type { Print } from '../identity'
import type { Incoming, Recognised, StoredPrint, StoredQuestion } from '../recognition'
import { isPoorer } from './absence'
import { type Resemblance, stemPart, stockStem } from './bank-index'
import type { Features, Texts } from './features'
import { contradicts, isOtherQuestion, type Likeness, likenessOf, looksLike, saysLittle } from './likeness'
import { keyWords } from './words'

/** What judging needs beside the question: stored ones by id (those that `wantedFor` names), and their features. */
export type Bank = {
  stored: ReadonlyMap<string, StoredQuestion>
  features: (texts: Texts) => Features
  textsOf: (stored: QuestionContent) => Texts
}

const givenId = (print: Pick<Print, 'identity'>) => print.identity.startsWith('i:')

/** Stored questions that really bear its id, its identity or its words. */
const bearing = (item: Incoming, { known }: Resemblance, { stored }: Bank): StoredPrint[] =>
  known.flatMap((id) => {
    const print = stored.get(id)?.print
    const own = item.externalId?.source === 'yilian' && item.externalId.id === id
    return print && (own || print.identity === item.print.identity || print.stemHash === item.print.stemHash)
      ? [print]
      : []
  })

/** The stored question that this is: by our own id, by its identity, or by its text when not both have ids of their own. */
function knownAs(item: Incoming, known: readonly StoredPrint[]): StoredPrint | null {
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
function againstKnown(item: Incoming, print: StoredPrint, bank: Bank): Recognised {
  const { questionId } = print
  if (print.contentHash === item.print.contentHash) return kept(item, 'same', { questionId })
  const before = bank.stored.get(questionId)
  const moved = stemPart(print) !== stemPart(item.print)
  const { features, textsOf } = bank
  if (before && moved && isOtherQuestion(likenessOf(features(textsOf(before.content)), features(item.texts)))) {
    const params = { id: item.externalId?.id ?? '', seen: item.content.stem, was: before.content.stem, first: '' }
    return kept(item, 'wait', { questionId, findings: [finding('ID_REUSED', item.place, { ...params, questionId })] })
  }
  if (print.keyHash !== item.print.keyHash) {
    return kept(item, 'wait', { questionId, findings: [keyConflict(item, { questionId, content: before?.content })] })
  }
  return kept(item, before && isPoorer(item, before) ? 'same' : 'version', { questionId })
}

type Near = { questionId: string; content: QuestionContent; features: Features; likeness: Likeness }

/** The likest of some stored questions, if any is worth a look. */
function likest(item: Incoming, ids: readonly string[], { stored, features, textsOf }: Bank): Near | undefined {
  const found = ids.flatMap((questionId): Near[] => {
    const content = stored.get(questionId)?.content
    if (!content) return []
    const known = features(textsOf(content))
    const likeness = likenessOf(known, features(item.texts))
    return looksLike(likeness) ? [{ questionId, content, features: known, likeness }] : []
  })
  return found.sort((a, b) => b.likeness.stem - a.likeness.stem)[0]
}

/** The same words under another id. */
function againstTwin(item: Incoming, twin: StoredPrint, { stored }: Bank): Recognised {
  const { questionId } = twin
  const twice = finding('DUPLICATE_EXACT', item.place, { seen: item.content.stem, questionId })
  if (twin.keyHash === item.print.keyHash) return kept(item, 'add', { findings: [twice] })
  const conflict = keyConflict(item, { questionId, content: stored.get(questionId)?.content })
  return kept(item, 'wait', { findings: [conflict, twice] })
}

function warned(item: Incoming, near: Near, { features }: Bank): Recognised {
  const { questionId, content, likeness } = near
  const part = likeness.stem === 1 ? 'options' : 'stem'
  const params = { seen: content.stem, likeness: Math.round(likeness.stem * 100), questionId, part }
  const like = finding('DUPLICATE_NEAR', item.place, params)
  if (!contradicts(near.features, features(item.texts))) return kept(item, 'add', { findings: [like] })
  const conflict = keyConflict(item, { questionId, content })
  return kept(item, 'wait', { findings: [conflict, like] })
}

/** A question that the bank does not have: what in it does it look like? */
function againstLike(item: Incoming, like: Resemblance, bank: Bank): Recognised {
  const near = likest(item, nearIds(like), bank)
  if (near) return warned(item, near, bank)
  const [sameStem] = likeStems(like).filter((id) => isSameStem(item, bank.stored.get(id)))
  if (sameStem === undefined || saysLittle(bank.features(item.texts))) return kept(item, 'add')
  const params = { seen: item.content.stem, likeness: 100, questionId: sameStem, part: 'options' }
  return kept(item, 'add', { findings: [finding('DUPLICATE_NEAR', item.place, params)] })
}

const isSameStem = (item: Incoming, stored: StoredQuestion | undefined) =>
  stored !== undefined && stemPart(stored.print) === stemPart(item.print)

/** Those that share a stock phrase are compared only where bands say so. */
const likeStems = ({ sameStem }: Resemblance) => (sameStem.length > stockStem ? [] : sameStem)
const nearIds = (like: Resemblance) => [...new Set([...like.near.map((one) => one.questionId), ...likeStems(like)])]

/** Which stored questions are needed to recognise an item. */
export const wantedFor = (like: Resemblance): string[] => (like.known.length > 0 ? like.known : nearIds(like))

/** One question of a file against the bank. */
export function recogniseOne(item: Incoming, like: Resemblance, bank: Bank): Recognised {
  const names = bearing(item, like, bank)
  const known = knownAs(item, names)
  if (known) return againstKnown(item, known, bank)
  const [twin] = names
  return twin ? againstTwin(item, twin, bank) : againstLike(item, like, bank)
}
