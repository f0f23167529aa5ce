import type { ExamDefinition, Paper, Section, Sitting, Subject } from './definition'

/** The paper of a subject. Throws when the definition does not hold together (checkExam would have said so). */
export function paperOf(exam: ExamDefinition, subject: Subject): Paper {
  const paper = exam.papers.find((one) => one.id === subject.paper)
  if (!paper) throw new Error(`${exam.slug}: subject ${subject.slug} names the unknown paper ${subject.paper}`)
  return paper
}

export function subjectOf(exam: ExamDefinition, slug: string): Subject {
  const subject = exam.subjects.find((one) => one.slug === slug)
  if (!subject) throw new Error(`${exam.slug} has no subject ${slug}`)
  return subject
}

export function sectionOf(paper: Paper, id: string): Section {
  const section = paper.sections.find((one) => one.id === id)
  if (!section) throw new Error(`paper ${paper.id} has no section ${id}`)
  return section
}

/**
 * The sitting that a candidate who practises on `today` prepares for: the first one not over yet.
 * A sitting without a date is over when its year is. With none left, the last one.
 */
export function nextSitting(exam: ExamDefinition, today: string): Sitting {
  const inOrder = [...exam.sittings].sort((a, b) => a.year - b.year)
  const coming = inOrder.find(
    (sitting) =>
      !['held', 'cancelled'].includes(sitting.status) && (sitting.endsOn ?? `${sitting.year}-12-31`) >= today,
  )
  const sitting = coming ?? inOrder.at(-1)
  if (!sitting) throw new Error(`${exam.slug} has no sittings`)
  return sitting
}

/** How many units of which section make the set of `day`: the alternate ones on every n-th day since 1970. */
export function dailyShares(paper: Paper, day: string) {
  const number = Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000)
  const alternate = paper.daily.alternate.find((share) => number % share.every === 0)
  return alternate ? [alternate] : paper.daily.sections
}

/** What does not hold together in a definition whose shape is right: names that nothing bears. */
export function checkExam(exam: ExamDefinition): string[] {
  const faults: string[] = []
  const levels = new Set(exam.levels.map((level) => level.slug))
  const papers = new Set(exam.papers.map((paper) => paper.id))
  const generations = new Set(exam.syllabuses.map((syllabus) => syllabus.generation))
  const subjects = new Set(exam.subjects.map((subject) => subject.slug))
  for (const subject of exam.subjects) {
    if (!levels.has(subject.level)) faults.push(`subject ${subject.slug}: unknown level ${subject.level}`)
    if (!papers.has(subject.paper)) faults.push(`subject ${subject.slug}: unknown paper ${subject.paper}`)
  }
  for (const paper of exam.papers) {
    const sections = new Set(paper.sections.map((section) => section.id))
    for (const share of [...paper.daily.sections, ...paper.daily.alternate])
      if (!sections.has(share.section))
        faults.push(`paper ${paper.id}: daily names the unknown section ${share.section}`)
  }
  for (const sitting of exam.sittings) {
    if (!generations.has(sitting.syllabus)) faults.push(`sitting ${sitting.year}: unknown syllabus ${sitting.syllabus}`)
    if (sitting.status === 'announced' && !sitting.startsOn)
      faults.push(`sitting ${sitting.year}: announced without a date`)
  }
  for (const syllabus of exam.syllabuses)
    for (const { subjects: named } of syllabus.chapters)
      for (const slug of named)
        if (!subjects.has(slug)) faults.push(`syllabus ${syllabus.generation}: unknown subject ${slug}`)
  return faults
}
