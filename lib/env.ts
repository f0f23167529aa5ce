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
  /** `yilian push keys` makes the first two; the third is an address (`mailto:…`) where services of browsers reach the operator. */
  VAPID_PUBLIC_KEY: z
    .string()
    .regex(/^[\w-]{87}$/)
    .optional(),
  VAPID_PRIVATE_KEY: z
    .string()
    .regex(/^[\w-]{43}$/)
    .optional(),
  VAPID_SUBJECT: z.url({ protocol: /^(mailto|https)$/ }).optional(),
  /** Services of browsers beside those of the large makers: hosts (https), or whole origins. */
  PUSH_HOSTS: z.string().default(''),
  /** `log` writes messages to the log, for trying out. Without any of these nobody is offered SMS. */
  SMS_PROVIDER: z.enum(['log', 'aliyun', 'tencent']).optional(),
  SMS_KEY_ID: z.string().optional(),
  SMS_KEY_SECRET: z.string().optional(),
  /** What stands before each message in brackets, as it was approved. */
  SMS_SIGN_NAME: z.string().optional(),
  /** Ids of the approved templates: for the code that confirms a number, and for reminders. */
  SMS_TEMPLATE_CODE: z.string().optional(),
  SMS_TEMPLATE_REMINDER: z.string().optional(),
  /** Tencent's SdkAppId. */
  SMS_APP_ID: z.string().optional(),
  SMS_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  /** So many codes a day in all: they cost money, whoever asks for them. */
  SMS_CODES_PER_DAY: z.coerce.number().int().positive().default(1000),
  /** Uploaded files and pictures; with S3, those that are on their way alone. */
  STORAGE_FOLDER: z.string().default('data/files'),
  /** Uploaded files and pictures in a bucket of anything that speaks S3: these five are set all together, or none. */
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_REGION: z.string().optional(),
  S3_BUCKET: z.string().optional(),
  S3_ACCESS_KEY: z.string().optional(),
  S3_SECRET_KEY: z.string().optional(),
  /** The bucket stands in the path and not in the host's name, as MinIO wants it. */
  S3_PATH_STYLE: flag.optional(),
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

/** What is of use only together. */
const together: { if: (given: Given) => boolean; need: readonly string[] }[] = [
  {
    if: (given) => Object.keys(given).some((name) => name.startsWith('VAPID_')),
    need: ['VAPID_PUBLIC_KEY', 'VAPID_PRIVATE_KEY', 'VAPID_SUBJECT'],
  },
  {
    if: ({ SMS_PROVIDER }) => SMS_PROVIDER === 'aliyun' || SMS_PROVIDER === 'tencent',
    need: ['SMS_KEY_ID', 'SMS_KEY_SECRET', 'SMS_SIGN_NAME', 'SMS_TEMPLATE_CODE', 'SMS_TEMPLATE_REMINDER'],
  },
  { if: ({ SMS_PROVIDER }) => SMS_PROVIDER === 'tencent', need: ['SMS_APP_ID'] },
  {
    if: (given) => Object.keys(given).some((name) => name.startsWith('S3_')),
    need: ['S3_ENDPOINT', 'S3_REGION', 'S3_BUCKET', 'S3_ACCESS_KEY', 'S3_SECRET_KEY'],
  },
]
type Given = Record<string, string | undefined>

const missing = (given: Given) =>
  together
    .flatMap(({ if: asked, need }) => (asked(given) ? need.filter((name) => given[name] === undefined) : []))
    .map((name) => `  ${name}: is missing`)

/** Reads the environment once; names every fault there is, not the first alone. */
export function parseEnv(from: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(from).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  const lacking = missing(given)
  if (parsed.success && lacking.length === 0) return parsed.data
  const faults = [
    ...(parsed.error?.issues ?? []).map((issue) => `  ${issue.path.join('.')}: ${issue.message}`),
    ...lacking,
  ]
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
