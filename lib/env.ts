import { z } from 'zod'

const flag = z.enum(['true', 'false']).transform((value) => value === 'true')

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  /** `file:data/yilian.db` or `postgres://…` */
  DATABASE_URL: z
    .string()
    .regex(/^(file:|postgres(ql)?:\/\/)/, 'must begin with file: or postgres://')
    .default('file:data/yilian.db'),
  /** The address people use; links in mails and feeds, and whether cookies are Secure, come from it. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).default('http://localhost:3000'),
  /** Random, at least 32 characters; keys the hashes under which addresses are counted. */
  AUTH_SECRET: z.string().min(32),
  /** `smtp://user:password@host:587` or `smtps://…`. Without it mails lie in the outbox folder, and their links in the log. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default('一练 Yilian <noreply@localhost>'),
  OUTBOX_FOLDER: z.string().default('data/outbox'),
  /** Uploaded files and pictures. */
  STORAGE_FOLDER: z.string().default('data/files'),
  /** Each way to sign in elsewhere is offered when both its id and its secret are set. */
  GITHUB_ID: z.string().optional(),
  GITHUB_SECRET: z.string().optional(),
  GOOGLE_ID: z.string().optional(),
  GOOGLE_SECRET: z.string().optional(),
  WECHAT_ID: z.string().optional(),
  WECHAT_SECRET: z.string().optional(),
  /** Any provider that speaks OpenID Connect. */
  OIDC_ISSUER: z.url().optional(),
  OIDC_ID: z.string().optional(),
  OIDC_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default('OpenID'),
  /** `self`: a team of one approves what it wrote. Otherwise author and approver are two people. */
  REVIEW: z.enum(['two', 'self']).default('two'),
  /** Forwarded addresses are believed only when a proxy of one's own stands before the app. */
  TRUST_PROXY: flag.default(false),
  /** Multiplies the number of requests allowed per minute: more for a whole school behind one address. */
  THROTTLE_FACTOR: z.coerce.number().positive().default(1),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** Set to false on all but one kind of process, to keep background jobs out of it. */
  JOBS: flag.default(true),
})
export type Env = z.infer<typeof schema>

/** Reads the environment once; names every fault there is, not the first alone. */
export function parseEnv(from: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(from).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`The environment is not right:\n${faults.join('\n')}`)
}

let parsed: Env | undefined

export function env(): Env {
  if (!parsed) {
    parsed = parseEnv(process.env)
    // next-auth makes its addresses from this one; without it, it would believe the Host header.
    process.env.NEXTAUTH_URL = new URL('/api/auth', parsed.PUBLIC_URL).href
  }
  return parsed
}

/** Whether Next has built this code (it puts the word in at build time): elsewhere TypeScript runs as it lies. */
export const isBuilt = () => process.env.NEXT_RUNTIME === 'nodejs'
