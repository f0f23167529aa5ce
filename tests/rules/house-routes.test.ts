import { describe, expect, test } from 'vitest'
import { routes } from '@/app/api/v1/openapi.json/routes'
import { filesUnder } from '../support/modules'

const files = filesUnder('app').filter((file) => /\/route\.tsx?$/.test(file))
/** Handlers that are not ours, and so not built by route(). */
const exceptions = ['app/api/auth/[...nextauth]/route.ts']
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const settings = ['dynamic', 'revalidate', 'runtime', 'maxDuration', 'generateStaticParams']

const load = (file: string): Promise<Record<string, unknown>> => import(/* @vite-ignore */ `../../${file}`)
const urlOf = (file: string) =>
  `/${file
    .replace(/^app\//, '')
    .replace(/\/route\.tsx?$/, '')
    .replaceAll(/\[(\w+)\]/g, '{$1}')}`

test('there are routes to look at', () => {
  expect(files.length).toBeGreaterThan(10)
  for (const file of exceptions) expect(files).toContain(file)
})

describe('every handler is built by route(), which alone authenticates, parses, limits and answers', () => {
  test.each(files.filter((file) => !exceptions.includes(file)))('%s', async (file) => {
    const exported = Object.entries(await load(file))
    expect(exported.some(([name]) => methods.includes(name))).toBe(true)
    for (const [name, value] of exported) {
      if (settings.includes(name)) continue
      expect(methods, name).toContain(name)
      expect(value).toBeTypeOf('function')
      expect(value).toHaveProperty('spec.auth', expect.stringMatching(/^(none|optional|required|member)$/))
      expect(value).toHaveProperty('spec.output')
      expect(value).toHaveProperty('spec.summary', expect.stringMatching(/\S/))
    }
  })

  test('no two handlers share a summary: their limits are counted under it', async () => {
    const loaded = await Promise.all(files.map(load))
    const summaries = loaded.flatMap((one) =>
      Object.values(one).flatMap((value) => (value as { spec?: { summary: string } }).spec?.summary ?? []),
    )
    expect(new Set(summaries).size).toBe(summaries.length)
  })
})

test('the list of routes that the description is made from is all of them', async () => {
  const ours = files.filter((file) => file.startsWith('app/api/v1/') && !file.includes('openapi.json'))
  expect(Object.keys(routes).sort()).toEqual(ours.map(urlOf).sort())
  for (const file of ours) {
    const exported = Object.keys(await load(file)).filter((name) => methods.includes(name))
    expect(
      Object.keys(routes[urlOf(file)] ?? {}).filter((name) => methods.includes(name)),
      file,
    ).toEqual(exported)
  }
})
