// `next build`, and then, before the first start, each static page's policy with the hashes of its own inline scripts.
// Next serves a page's headers from the .meta file beside it.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { policy } from './csp.mjs'

const root = join('.next', 'server', 'app')
const headScripts = join('.next', 'head-scripts.json')
const inlineScript = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g

function build() {
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next')
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  const { status } = spawnSync(process.execPath, [next, 'build'], { stdio: 'inherit', env })
  if (status !== 0) process.exit(status ?? 1)
}

function hashesOf(html) {
  const hash = (code) => createHash('sha256').update(code).digest('base64')
  return [...new Set([...html.matchAll(inlineScript)].map(([, code]) => `'sha256-${hash(code)}'`))]
}

function writePolicy(page) {
  const file = join(root, page.replace(/html$/, 'meta'))
  if (!existsSync(file)) throw new Error(`${page} has no .meta file to carry its policy`)
  const meta = JSON.parse(readFileSync(file, 'utf8'))
  meta.headers['content-security-policy'] = policy(hashesOf(readFileSync(join(root, page), 'utf8')))
  writeFileSync(file, JSON.stringify(meta, null, 2))
}

/** The script in the head is the layout's, which cannot know a nonce: per-request pages name its hash as well. */
function writeHeadScripts(page) {
  const html = readFileSync(join(root, page), 'utf8')
  writeFileSync(headScripts, JSON.stringify(hashesOf(html.slice(0, html.indexOf('</head>')))))
}

/**
 * What the reader of PDFs asks for by name (components/pdf/open-pdf.ts): tables of Chinese characters, standard fonts,
 * decoders of scans. Under their version, because what lies here is kept for ever by browsers.
 */
function bringPdfParts() {
  const from = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const { version } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8'))
  for (const part of ['cmaps', 'standard_fonts', 'wasm'])
    cpSync(join(from, part), join('.next', 'static', 'pdf', version, part), { recursive: true })
}

build()
bringPdfParts()
const pages = readdirSync(root, { recursive: true }).filter((name) => name.endsWith('.html'))
for (const page of pages) writePolicy(page)
writeHeadScripts('zh-CN.html')
console.log(`policies written for ${pages.length} static pages`)
