// What start.mjs and test.mjs need before anything is installed: Node built-ins only. Each step is skipped when nothing
// that it depends on has changed since it last succeeded.
import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const stateFile = join(root, '.cache', 'state.json')
const windows = process.platform === 'win32'

export function say(text) {
  console.log(`\u001b[1m一练\u001b[0m ${text}`)
}

export class SetupFailed extends Error {}

/** Runs a command in the project's folder, its output passed on; throws when it fails. */
export function run(command, args, env = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: windows,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
  })
  if (result.status !== 0)
    throw new SetupFailed(
      `${command} ${args.join(' ')} ended with ${result.status ?? result.signal ?? result.error?.message}`,
    )
}

export const localBin = (name) => join(root, 'node_modules', '.bin', windows ? `${name}.cmd` : name)

function filesUnder(path) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [path]
  return readdirSync(full)
    .filter((name) => name !== 'node_modules' && !name.startsWith('.'))
    .sort()
    .flatMap((name) => filesUnder(join(path, name)))
}

/** One hash over files, folders and extra words. */
export function hashOf(paths, extra = []) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(filesUnder)) hash.update(`${file}\0`).update(readFileSync(join(root, file)))
  for (const word of extra) hash.update(`\0${word}`)
  return hash.digest('hex')
}

const readState = () => (existsSync(stateFile) ? JSON.parse(readFileSync(stateFile, 'utf8')) : {})

/** Does `work` unless it was done for the same key before and `stillThere`. */
export function once(step, keyOf, stillThere, work) {
  if (stillThere && readState()[step] === keyOf()) return
  work()
  mkdirSync(dirname(stateFile), { recursive: true })
  // Asked again: an install may have touched the lockfile.
  writeFileSync(stateFile, JSON.stringify({ ...readState(), [step]: keyOf() }, null, 2))
}

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19) || major === 21 || (major === 22 && minor < 12) || major === 23)
    throw new SetupFailed(
      `Node.js ${process.versions.node} is not supported: use 20.19 or later, 22.12 or later, or 24.`,
    )
}

/**
 * The database driver is compiled here, with the headers that came with this Node: its install script would otherwise
 * fetch a ready binary, or the headers, from somewhere that is no package registry.
 */
function compiling() {
  const prefix = dirname(dirname(process.execPath))
  const headers = existsSync(join(prefix, 'include', 'node', 'node.h'))
  return {
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
    npm_config_build_from_source: 'better-sqlite3',
    ...(headers && { npm_config_nodedir: prefix }),
  }
}

export function ensureInstalled() {
  // `npm ci` refuses a lock that a registry mirror wrote without other platforms' packages; `npm install` keeps to it too.
  const key = () => hashOf(['package.json', 'package-lock.json'], [process.version, process.arch])
  once('install', key, existsSync(localBin('next')), () => {
    say('installing packages (the first time takes a minute or two: the database driver is compiled)')
    run('npm', ['install', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], compiling())
  })
}

/** Makes .env with a random secret, if there is none, and loads it; what the environment says already stays. */
export function ensureEnv() {
  const file = join(root, '.env')
  if (!existsSync(file)) {
    const lines = [
      '# Made by npm start. README.md lists what may stand here.',
      `AUTH_SECRET=${randomBytes(32).toString('hex')}`,
    ]
    writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 })
    say('made .env with a random secret')
  }
  process.loadEnvFile(file)
}

const sources = [
  'app',
  'components',
  'domain',
  'db',
  'lib',
  'messages',
  'public',
  'bin/csp.mjs',
  'bin/build.mjs',
  'instrumentation.ts',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'tsconfig.build.json',
  'package.json',
  'package-lock.json',
]
const examFiles = () => filesUnder('content/exams').filter((file) => file.endsWith('exam.yaml'))

export function ensureBuilt() {
  const key = () => hashOf([...sources, ...examFiles()], [process.env.PUBLIC_URL ?? '', process.version])
  once('build', key, existsSync(join(root, '.next', 'BUILD_ID')), () => {
    say('building the pages')
    run('npm', ['run', '--silent', 'build'])
  })
}

/** Schema and starter content. On PostgreSQL only the database itself knows, so it is asked every time. */
export function ensureSeeded() {
  const url = process.env.DATABASE_URL || 'file:data/yilian.db'
  const file = url.startsWith('file:') ? url.slice(5) : ''
  const key = () => hashOf(['db', 'content', 'domain/formats', 'domain/banks'], [url])
  once('seed', key, file !== '' && existsSync(resolve(root, file)), () => {
    say('preparing the database')
    run(localBin('tsx'), ['bin/yilian.ts', 'migrate'])
    run(localBin('tsx'), ['bin/yilian.ts', 'seed'])
  })
}

const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file))

const findChromium = () =>
  process.env.CHROME_PATH ||
  ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(onPath).find(Boolean)

function apt(packages) {
  const root = process.getuid?.() === 0
  const sudo = !root && spawnSync('sudo', ['-n', 'true']).status === 0
  if (!onPath('apt-get') || (!root && !sudo)) return false
  const command = sudo ? ['sudo', 'apt-get'] : ['apt-get']
  const call = (...args) => run(command[0], [...command.slice(1), ...args], { DEBIAN_FRONTEND: 'noninteractive' })
  call('update', '-qq')
  call('install', '-y', '-qq', '--no-install-recommends', ...packages)
  return true
}

const hasChineseFont = () => {
  const found = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' })
  return found.status === 0 && found.stdout.trim() !== ''
}

/** Chromium and Chinese glyphs for the browser tests; returns the browser's path. */
export function ensureBrowser() {
  const missing = [
    ...(findChromium() ? [] : ['chromium']),
    ...(hasChineseFont() ? [] : ['fonts-noto-cjk', 'fontconfig']),
  ]
  if (missing.length > 0) {
    say(`installing ${missing.join(', ')} for the browser tests`)
    if (!apt(missing) && !findChromium()) run(localBin('playwright'), ['install', 'chromium'])
  }
  const found = findChromium()
  if (!found) throw new SetupFailed('No Chromium: run `apt-get install chromium fonts-noto-cjk`, or set CHROME_PATH.')
  return found
}
