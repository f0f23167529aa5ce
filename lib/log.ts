import pino from 'pino'
import { env } from './env'

// Bodies, cookies and addresses are never logged; what is logged is chosen field by field.
let logger: pino.Logger | undefined

/** JSON lines on stdout. */
export function log(): pino.Logger {
  logger ??= pino({ level: env().LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime })
  return logger
}
