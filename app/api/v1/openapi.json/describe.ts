import { z } from 'zod'
import { type ErrorCode, errorStatus } from '@/lib/errors'
import type { AnySpec, Handler } from '@/lib/route'

type Methods = Partial<Record<string, Handler>>

const always: ErrorCode[] = ['too-many-requests', 'internal', 'store-unavailable']

/** How a body is sent, and what it is refused as when it does not come as it should. */
const bodies = {
  json: { type: 'application/json', malformed: 'malformed-json' },
  form: { type: 'multipart/form-data', malformed: 'malformed-form' },
  raw: { type: 'application/octet-stream', malformed: 'wrong-length' },
} as const
const bodyOf = ({ form, raw }: AnySpec) => (raw ? 'raw' : form ? 'form' : 'json')

/** Refusals that the wrapper itself may give to a request of this kind. */
function refusalsOf(method: string, spec: AnySpec): ErrorCode[] {
  return [
    ...always,
    ...(spec.refusals ?? []),
    ...(spec.auth === 'none' ? [] : (['bad-token', 'scope'] as const)),
    ...(spec.auth === 'required' ? (['no-guest'] as const) : []),
    ...(spec.auth === 'member' ? (['no-member'] as const) : []),
    ...(spec.role ? (['forbidden', 'totp-missing'] as const) : []),
    ...(spec.params ? (['not-found'] as const) : []),
    ...(spec.query || spec.input ? (['invalid'] as const) : []),
    ...(spec.input ? (['too-large', 'wrong-media-type', bodies[bodyOf(spec)].malformed] as const) : []),
    ...(method === 'GET' ? [] : (['wrong-origin', 'store-full'] as const)),
  ]
}

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<string, unknown>
  return rest
}

function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query') {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, unknown>
    required?: string[]
  }
  return Object.entries(properties).map(([name, one]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: one,
  }))
}

function responsesOf(method: string, spec: AnySpec) {
  const status = spec.status ?? 200
  const responses: Record<string, unknown> = {
    [status]:
      status === 204
        ? { description: 'Done' }
        : {
            description: 'Done',
            content: { [spec.media ?? 'application/json']: { schema: schemaOf(spec.output, 'output') } },
          },
  }
  for (const code of new Set(refusalsOf(method, spec))) {
    const known = responses[errorStatus[code]] as { description: string } | undefined
    responses[errorStatus[code]] = {
      description: known ? `${known.description}, ${code}` : code,
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    }
  }
  return responses
}

function securityOf({ auth, token }: AnySpec) {
  const byToken = token === 'never' ? [] : [{ token: [] }]
  if (auth === 'member') return [{ session: [] }, ...byToken]
  return [...(auth === 'optional' ? [{}] : []), { guest: [] }, { session: [] }, ...byToken]
}

function operationOf(method: string, { spec }: Handler) {
  return {
    summary: spec.summary,
    parameters: [...parametersOf(spec.params, 'path'), ...parametersOf(spec.query, 'query')],
    ...(spec.input && {
      requestBody: {
        required: true,
        content: {
          [bodies[bodyOf(spec)].type]: { schema: schemaOf(spec.input, 'input') },
        },
      },
    }),
    responses: responsesOf(method, spec),
    ...(spec.auth !== 'none' && { security: securityOf(spec) }),
  }
}

const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(Object.keys(errorStatus) as [ErrorCode, ...ErrorCode[]]),
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
  current: z.unknown().optional(),
})

/** OpenAPI 3.1, made from the very specs that the handlers enforce. */
export function describeApi(routes: Record<string, Methods>) {
  const paths = Object.entries(routes).map(([path, methods]) => {
    const handlers = Object.entries(methods).filter(
      (entry): entry is [string, Handler] => typeof entry[1] === 'function',
    )
    return [path, Object.fromEntries(handlers.map(([method, one]) => [method.toLowerCase(), operationOf(method, one)]))]
  })
  return {
    openapi: '3.1.0',
    info: {
      title: 'Yilian',
      version: '1',
      description: 'The public API of 一练 Yilian; its own pages use nothing else.',
    },
    servers: [{ url: '/' }],
    paths: Object.fromEntries(paths),
    components: {
      schemas: { Problem: schemaOf(problemSchema, 'output') },
      securitySchemes: {
        guest: { type: 'apiKey', in: 'cookie', name: 'guest' },
        session: { type: 'apiKey', in: 'cookie', name: 'session' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  }
}
