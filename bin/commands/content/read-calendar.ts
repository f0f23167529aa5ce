import { join } from 'node:path'
import { z } from 'zod'
import { repeatedEvents } from '@/domain/events/check'
import { type ExamEvent, eventSchema } from '@/domain/events/input'
import { type Fault, parseWith } from '@/domain/formats/content/yaml'
import { isThere, named, yamlAt } from './content-folder'

const calendarSchema = z.strictObject({ events: z.array(eventSchema) })

/** Reads calendar.yaml of an exam, which may have none. Everything wrong comes back as faults. */
export function readCalendar(examFolder: string): { events: ExamEvent[]; faults: Fault[] } {
  const path = join(examFolder, 'calendar.yaml')
  if (!isThere(path)) return { events: [], faults: [] }
  const yaml = yamlAt(path)
  const { value, faults } = parseWith(calendarSchema, yaml)
  if (!value) return { events: [], faults }
  const found = repeatedEvents(value.events).map(({ index, name }) => ({
    file: named(path),
    line: yaml.lineOf(['events', index, 'kind']),
    message: `events.${index}: ${name} stands here already`,
  }))
  return { events: value.events, faults: found }
}
