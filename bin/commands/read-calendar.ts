import { readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { z } from 'zod'
import { repeatedEvents } from '@/domain/events/check'
import { type ExamEvent, eventSchema } from '@/domain/events/input'
import { type Fault, parseWith, readYaml } from '@/domain/formats/content/yaml'

const calendarSchema = z.strictObject({ events: z.array(eventSchema) })

/** Reads calendar.yaml of an exam, which may have none. Everything wrong comes back as faults. */
export function readCalendar(examFolder: string): { events: ExamEvent[]; faults: Fault[] } {
  const path = join(examFolder, 'calendar.yaml')
  if (!statSync(path, { throwIfNoEntry: false })) return { events: [], faults: [] }
  const file = relative(process.cwd(), path)
  const yaml = readYaml(file, readFileSync(path, 'utf8'))
  const { value, faults } = parseWith(calendarSchema, yaml)
  if (!value) return { events: [], faults }
  const found = repeatedEvents(value.events).map(({ index, name }) => ({
    file,
    line: yaml.lineOf(['events', index, 'kind']),
    message: `events.${index}: ${name} stands here already`,
  }))
  return { events: value.events, faults: found }
}
