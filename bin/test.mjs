// `npm test`: sets up all that the suite needs, runs it, and closes with one line of counts.
// `npm test -- rules` runs one part: rules, db, api, e2e; `--long` the full counts.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import {
  checkNode,
  ensureBrowser,
  ensureBuilt,
  ensureEnv,
  ensureInstalled,
  localBin,
  root,
  SetupFailed,
  say,
} from './setup.mjs'

const words = process.argv.slice(2)
const long = words.includes('--long')
const parts = words.filter((word) => !word.startsWith('--'))
const wants = (part) => parts.length === 0 || parts.includes(part)
const results = join(root, 'test-results')

function runSuite(command, args, report, env, read) {
  rmSync(report, { force: true })
  const { status } = spawnSync(localBin(command), args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  // A runner that dies before it writes its report must not count as passed.
  const counts = existsSync(report) ? read(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 1 }
  return status === 0 || counts.failed > 0 ? counts : { ...counts, failed: counts.failed + 1 }
}

function vitest() {
  const report = join(results, 'vitest.json')
  const projects = [
    ['rules', ['rules']],
    ['db', ['db-sqlite', 'db-pglite', 'db-postgres']],
    ['api', ['api-sqlite', 'api-pglite']],
  ]
  const chosen = projects.filter(([part]) => wants(part)).flatMap(([, names]) => names)
  if (chosen.length === 0) return { passed: 0, failed: 0 }
  const args = [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...chosen.map((name) => `--project=${name}`),
  ]
  return runSuite('vitest', args, report, { LONG: long ? '1' : '' }, (json) => ({
    passed: json.numPassedTests,
    failed:
      json.numFailedTests +
      json.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length,
  }))
}

function playwright(chromium) {
  const report = join(results, 'e2e.json')
  const env = { CHROME_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  return runSuite('playwright', ['test', '--config', 'tests/e2e/playwright.config.ts'], report, env, ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
  }))
}

try {
  checkNode()
  ensureInstalled()
  ensureEnv()
  mkdirSync(results, { recursive: true })
  const chromium = wants('e2e') ? ensureBrowser() : ''
  if (wants('e2e') || wants('api')) ensureBuilt()
  say('running the suite')
  const counts = [vitest(), ...(wants('e2e') ? [playwright(chromium)] : [])]
  const sum = (key) => counts.reduce((total, one) => total + one[key], 0)
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
  process.exitCode = sum('failed') > 0 || sum('passed') === 0 ? 1 : 0
} catch (error) {
  if (!(error instanceof SetupFailed)) throw error
  console.error(error.message)
  process.exitCode = 1
}
