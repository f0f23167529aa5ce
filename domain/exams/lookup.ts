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

/** The section that a question of a type stands in: the one that is named, if it takes the type, else the first that does. */
export function sectionOfType(paper: Paper, type: Section['type'], named?: string): Section | undefined {
  const fitting = paper.sections.filter((one) => one.type === type)
  return fitting.find((one) => one.id === named) ?? fitting[0]
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

/** A name that nothing bears, or a date that is wanting: where in the definition, and what. */
export type ExamFault = { path: (string | number)[]; message: string }

function subjectFaults(exam: ExamDefinition): ExamFault[] {
  const levels = new Set(exam.levels.map((level) => level.slug))
  const papers = new Set(exam.papers.map((paper) => paper.id))
  return exam.subjects.flatMap(({ slug, level, paper }, index) => [
    ...(levels.has(level)
      ? []
      : [{ path: ['subjects', index, 'level'], message: `subject ${slug}: unknown level ${level}` }]),
    ...(papers.has(paper)
      ? []
      : [{ path: ['subjects', index, 'paper'], message: `subject ${slug}: unknown paper ${paper}` }]),
  ])
}

function paperFaults(paper: Paper, index: number): ExamFault[] {
  const known = new Set(paper.sections.map((section) => section.id))
  return (['sections', 'alternate'] as const).flatMap((list) =>
    paper.daily[list].flatMap(({ section }, at) =>
      known.has(section)
        ? []
        : [
            {
              path: ['papers', index, 'daily', list, at, 'section'],
              message: `paper ${paper.id}: daily names the unknown section ${section}`,
            },
          ],
    ),
  )
}

function sittingFaults(exam: ExamDefinition): ExamFault[] {
  const generations = new Set(exam.syllabuses.map((syllabus) => syllabus.generation))
  return exam.sittings.flatMap(({ year, syllabus, status, startsOn }, index) => [
    ...(generations.has(syllabus)
      ? []
      : [{ path: ['sittings', index, 'syllabus'], message: `sitting ${year}: unknown syllabus ${syllabus}` }]),
    ...(status !== 'announced' || startsOn
      ? []
      : [{ path: ['sittings', index, 'status'], message: `sitting ${year}: announced without a date` }]),
  ])
}

function syllabusFaults(exam: ExamDefinition): ExamFault[] {
  const known = new Set(exam.subjects.map((subject) => subject.slug))
  return exam.syllabuses.flatMap(({ generation, chapters }, index) =>
    chapters.flatMap(({ subjects }, part) =>
      subjects.flatMap((slug, at) =>
        known.has(slug)
          ? []
          : [
              {
                path: ['syllabuses', index, 'chapters', part, 'subjects', at],
                message: `syllabus ${generation}: unknown subject ${slug}`,
              },
            ],
      ),
    ),
  )
}

/** What does not hold together in a definition whose shape is right: names that nothing bears. */
export function checkExam(exam: ExamDefinition): ExamFault[] {
  return [...subjectFaults(exam), ...exam.papers.flatMap(paperFaults), ...sittingFaults(exam), ...syllabusFaults(exam)]
}
