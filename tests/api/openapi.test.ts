import { readdirSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { GET } from '@/app/api/v1/openapi.json/route'
import { routes } from '@/app/api/v1/openapi.json/routes'
import { errorStatus } from '@/lib/errors'
import type { Handler } from '@/lib/route'
import { origin } from '../support/world'

type Parameter = { name: string; in: string; required: boolean; schema: object }
type Body = { content: Record<string, { schema: object }> }
type Operation = {
  summary: string
  parameters: Parameter[]
  requestBody?: Body & { required: boolean }
  responses: Record<string, { description: string; content?: Body['content'] }>
  security?: object[]
}
type Description = {
  openapi: string
  info: { title: string; version: string }
  paths: Record<string, Record<string, Operation>>
  components: { schemas: object; securitySchemes: object }
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
let description: Description
beforeAll(async () => {
  const reply = await GET(new Request(`${origin}/api/v1/openapi.json`), { params: Promise.resolve({}) })
  expect(reply.status).toBe(200)
  description = await reply.json()
})

const folder = 'app/api/v1'
/** Every handler file by the path it answers, but for the description itself. */
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)route\.tsx?$/.test(file) && !file.startsWith('openapi.json/'))
  .map((file) => ({ file, path: `/api/v1/${file.replace(/\/route\.tsx?$/, '').replaceAll(/\[(\w+)\]/g, '{$1}')}` }))

const operations = Object.entries(routes).flatMap(([path, module]) =>
  methods.flatMap((method) => {
    const handler = module[method]
    return handler ? [{ path, method, handler, name: `${method} ${path}` }] : []
  }),
)
const operationOf = ({ path, method }: { path: string; method: string }) => {
  const operation = description.paths[path]?.[method.toLowerCase()]
  if (!operation) throw new Error(`${method} ${path} is not described`)
  return operation
}

test('every handler file is in the list, and everything in the list is a handler file', () => {
  expect(files.length).toBeGreaterThan(10)
  expect(files.map((one) => one.path).sort()).toEqual(Object.keys(routes).sort())
})

test.each(files)('all that $file answers is built by route()', async ({ path }) => {
  const module = routes[path] as Record<string, Handler | undefined>
  const answered = Object.keys(module)
  expect(answered.length).toBeGreaterThan(0)
  for (const method of answered) {
    expect(methods).toContain(method)
    expect(module[method]?.spec.summary).toEqual(expect.any(String))
  }
})

test('the description is OpenAPI 3.1, and describes these operations and no others', () => {
  expect(description).toMatchObject({ openapi: '3.1.0', info: { title: 'Yilian', version: '1' } })
  const described = Object.entries(description.paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(described.sort()).toEqual(operations.map((one) => one.name).sort())
})

test.each(operations)('$name: its parameters are those of its path and of its query', (of) => {
  const { parameters } = operationOf(of)
  const inPath = parameters.filter((one) => one.in === 'path')
  const named = [...of.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
  expect(inPath.map((one) => one.name).sort()).toEqual(named.sort())
  expect(inPath.every((one) => one.required)).toBe(true)
  expect(new Set(parameters.map((one) => `${one.in} ${one.name}`)).size).toBe(parameters.length)
  for (const one of parameters)
    expect(one).toMatchObject({ in: expect.stringMatching(/^(path|query)$/), schema: expect.any(Object) })
})

/** How its body is sent, by what it asks for. */
function bodyOf({ spec }: Handler) {
  if (spec.raw)
    return {
      type: 'application/octet-stream',
      schema: { type: 'string', format: 'binary' },
      malformed: 'wrong-length' as const,
    }
  return spec.form
    ? { type: 'multipart/form-data', schema: { type: 'object' }, malformed: 'malformed-form' as const }
    : { type: 'application/json', schema: { type: 'object' }, malformed: 'malformed-json' as const }
}

test.each(operations)('$name: its body is described exactly where one is read', (of) => {
  const { requestBody } = operationOf(of)
  expect(requestBody !== undefined).toBe(of.handler.spec.input !== undefined)
  if (requestBody)
    expect(requestBody).toMatchObject({
      required: true,
      content: {
        [bodyOf(of.handler).type]: { schema: bodyOf(of.handler).schema },
      },
    })
})

test.each(operations)('$name: its reply and every refusal it may give are described', (of) => {
  const { responses } = operationOf(of)
  const { spec } = of.handler
  const status = String(spec.status ?? 200)
  expect(responses[status]?.content === undefined).toBe(status === '204')
  const wanted = [
    ...(spec.refusals ?? []),
    'internal' as const,
    ...(spec.auth === 'required' ? (['no-guest'] as const) : []),
    ...(of.method === 'GET' ? [] : (['wrong-origin'] as const)),
    ...(spec.input ? ([bodyOf(of.handler).malformed, 'invalid', 'too-large', 'wrong-media-type'] as const) : []),
  ]
  for (const code of wanted) expect(responses[errorStatus[code]]?.description.split(', ')).toContain(code)
  for (const [given, response] of Object.entries(responses)) {
    expect(response.description).not.toBe('')
    if (Number(given) >= 400) expect(Object.keys(response.content ?? {})).toEqual(['application/problem+json'])
  }
})

test.each(operations)('$name: who may call it is described', (of) => {
  const { auth, token } = of.handler.spec
  const cookies = {
    none: [],
    optional: [{}, { guest: [] }, { session: [] }],
    required: [{ guest: [] }, { session: [] }],
  }
  const wanted = [
    ...(auth === 'member' ? [{ session: [] }] : cookies[auth]),
    ...(token === 'never' ? [] : [{ token: [] }]),
  ]
  expect(operationOf(of).security).toEqual(auth === 'none' ? undefined : wanted)
})

test('every reference leads somewhere', () => {
  const references = [...JSON.stringify(description).matchAll(/"\$ref":"([^"]+)"/g)].map(([, to = '']) => to)
  expect(references.length).toBeGreaterThan(0)
  for (const to of new Set(references)) {
    expect(to).toMatch(/^#\//)
    const found = to
      .slice(2)
      .split('/')
      .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], description)
    expect(found, to).toBeDefined()
  }
})
