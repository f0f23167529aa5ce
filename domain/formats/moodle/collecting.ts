import { type Finding, finding, type Place } from '../findings'
import type { ImportFormat, Media, Reading, ReadQuestion } from '../reading'

/** A description this short is a heading, no material: 一、单选题 */
const longestHeading = 30

type Material = { id: string; title: string; text: string; place: Place; count: number; ours: boolean }

/** Gathers the questions of one of Moodle's formats, in their order, with what stands between them. */
export class Collecting {
  readonly questions: ReadQuestion[] = []
  readonly findings: Finding[] = []
  readonly media = new Map<string, Media>()
  private material: Material | null = null
  private materials: Material[] = []
  private isFull = false

  constructor(
    private readonly format: ImportFormat,
    private readonly limit: number,
  ) {}

  full = () => this.isFull

  /** A text that asks nothing is the material of the questions below it, up to the next such text or category. */
  describe({ title, text, ownId }: { title: string; text: string; ownId: string | null }, place: Place) {
    this.material = null
    if (text.trim() === '') return
    if (ownId === null && text.length <= longestHeading) {
      this.findings.push(finding('ROW_SKIPPED', place, { seen: text, why: 'unknown' }))
      return
    }
    const id = ownId ?? `material-${this.materials.length + 1}`
    this.material = { id, title: ownId === null ? '' : title, text, place, count: 0, ours: ownId !== null }
    this.materials.push(this.material)
  }

  endMaterial() {
    this.material = null
  }

  /** `groups` names the material, where we wrote the file ourselves: nothing else belongs to it then. */
  add(question: ReadQuestion, groups: string | null = null) {
    if (this.questions.length >= this.limit) {
      if (!this.isFull) this.findings.push(finding('TOO_MANY_QUESTIONS', question.place, { limit: this.limit }))
      this.isFull = true
      return
    }
    this.questions.push(question)
    const { material } = this
    if (!material || question.draft.group || (material.ours && groups !== material.id)) return
    material.count += 1
    const { id, title, text } = material
    question.draft = {
      ...question.draft,
      material: { title, text },
      group: { id, index: material.count, of: 0 },
    }
  }

  done(encoding: string | null, dialect: string | null): Reading {
    const sizes = new Map(this.materials.map((one) => [one.id, one.count]))
    for (const { draft } of this.questions)
      if (draft.group?.of === 0) draft.group = { ...draft.group, of: sizes.get(draft.group.id) ?? 1 }
    for (const { ours, count, text, place } of this.materials)
      if (count === 0) this.findings.push(finding('ROW_SKIPPED', place, { seen: text, why: 'unknown' }))
      else if (!ours) this.findings.push(finding('MATERIAL_ASSUMED', place, { seen: text, count }))
    this.qualifyRepeatedIds()
    if (this.questions.length === 0) this.findings.push(finding('NO_QUESTIONS', {}))
    const { format, questions, findings, media } = this
    return { format, dialect, encoding, questions, findings, media, tables: [] }
  }

  /** Moodle's own ids are unique within a category: where two share one, the category is part of it. */
  private qualifyRepeatedIds() {
    const seen = new Map<string, number>()
    const keyOf = ({ draft }: ReadQuestion) => (draft.externalId?.source === 'moodle' ? draft.externalId.id : null)
    for (const one of this.questions) {
      const key = keyOf(one)
      if (key !== null) seen.set(key, (seen.get(key) ?? 0) + 1)
    }
    for (const one of this.questions) {
      const key = keyOf(one)
      if (key !== null && (seen.get(key) ?? 0) > 1)
        one.draft.externalId = { source: 'moodle', id: `${one.draft.chapter ?? ''}/${key}` }
    }
  }
}

/** Ours are marked as such; any other is one of Moodle's. */
export function externalIdOf(idNumber: string): { source: string; id: string } | null {
  const id = idNumber.trim()
  if (id === '') return null
  return id.startsWith('yilian:') ? { source: 'yilian', id: id.slice(7) } : { source: 'moodle', id }
}

const groupMark = 'yilian-group:'
export const groupTag = (id: string) => groupMark + id

/** Tags that are topics, and the one by which we mark a group ourselves. */
export function topicsOf(tags: readonly string[]): { topics: string[]; group: string | null } {
  const group = tags.find((tag) => tag.startsWith(groupMark))?.slice(groupMark.length) ?? null
  return { topics: [...new Set(tags.filter((tag) => tag !== '' && !tag.startsWith(groupMark)))], group }
}
