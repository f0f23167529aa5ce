// After `next build`, before the first start: gives each static page a policy with the hashes of its own inline
// scripts. Next serves a page's headers from the .meta file beside it.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { policy } from './csp.mjs'

const root = join('.next', 'server', 'app')
const inlineScript = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g

export const hashesOf = (html) => {
  const hashes = [...html.matchAll(inlineScript)].map(
    ([, code]) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`,
  )
  return [...new Set(hashes)]
}

const pages = readdirSync(root, { recursive: true }).filter((name) => name.endsWith('.html'))
for (const page of pages) {
  const file = join(root, page.replace(/html$/, 'meta'))
  if (!existsSync(file)) throw new Error(`${page} has no .meta file to carry its policy`)
  const meta = JSON.parse(readFileSync(file, 'utf8'))
  meta.headers['content-security-policy'] = policy(hashesOf(readFileSync(join(root, page), 'utf8')))
  writeFileSync(file, JSON.stringify(meta, null, 2))
}
console.log(`policies written for ${pages.length} static pages`)
