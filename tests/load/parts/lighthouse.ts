import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ensureBrowser, localBin } from '@/bin/setup.mjs'
import { spread } from '../measure'
import type { Result, ValueRow } from '../report'
import { bothServers, homePath, playerPath } from '../stage'
import { folder } from '../workspace'
import { browserFlags } from './weight'

const runs = 3
const aims = { performance: 97, accessibility: 100, 'best-practices': 100, seo: 100 }
const vitals = {
  'largest-contentful-paint': { unit: 'ms', atMost: 2500 },
  'total-blocking-time': { unit: 'ms', atMost: 200 },
  'cumulative-layout-shift': { unit: '', atMost: 0.1 },
} as const

type Report = {
  categories: Record<string, { score: number }>
  audits: Record<string, { numericValue?: number; score: number | null; title: string }>
}

async function audit(url: string, name: string): Promise<Report> {
  const file = join(folder, `${name}.json`)
  const flags = ['--headless=new', ...browserFlags].join(' ')
  const only = `--only-categories=${Object.keys(aims).join(',')}`
  const options = [only, '--output=json', `--output-path=${file}`, '--quiet', '--no-enable-error-reporting']
  await promisify(execFile)(localBin('lighthouse'), [url, ...options, `--chrome-flags=${flags}`], {
    env: { ...process.env, CHROME_PATH: ensureBrowser() },
    timeout: 120_000,
  })
  return JSON.parse(readFileSync(file, 'utf8')) as Report
}

/** Names what keeps a category from its full score, so that a miss explains itself. */
function faults(report: Report | undefined): string {
  const failed = Object.values(report?.audits ?? {}).filter(({ score }) => score !== null && score < 0.5)
  return failed.map(({ title }) => title.replaceAll('|', '/')).join('; ')
}

function rowsOf(page: string, reports: Report[]): ValueRow[] {
  const scores = Object.entries(aims).map(([category, atLeast]): ValueRow => {
    const value = spread(reports.map((one) => Math.round((one.categories[category]?.score ?? 0) * 100)))
    const note = value.median < atLeast ? faults(reports[0]) : ''
    return { name: `Lighthouse ${category}, ${page}`, value, unit: '', aim: { atLeast }, note }
  })
  const timings = Object.entries(vitals).map(([id, { unit, atMost }]): ValueRow => {
    const value = spread(reports.map((one) => one.audits[id]?.numericValue ?? Number.NaN))
    return { name: `${id.replaceAll('-', ' ')}, ${page}`, value, unit, aim: { atMost } }
  })
  return [...scores, ...timings]
}

/** Lighthouse as a mid-range phone on slow 4G (its mobile default, simulated). */
export async function lighthouse(): Promise<Result> {
  const { product } = await bothServers()
  const values: ValueRow[] = []
  for (const [page, path] of [['home', homePath] as const, ['player', playerPath] as const]) {
    const reports: Report[] = []
    for (let run = 0; run < runs; run++)
      reports.push(await audit(`http://localhost:${product.port}${path}`, `${page}-${run}`))
    values.push(...rowsOf(page, reports))
  }
  return { values }
}
