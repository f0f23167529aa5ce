import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { ensureBrowser } from '@/bin/setup.mjs'
import { exactly, type Result } from '../report'
import { bothServers, playerPath } from '../stage'

const kib = (bytes: number) => bytes / 1024
const gzipped = (bytes: Buffer) => gzipSync(bytes).length
export const browserFlags = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking']

/** Scripts that the page itself names; the legacy polyfill, marked noModule, is for browsers that we do not serve. */
async function scriptsInPage(origin: string): Promise<number> {
  const html = await (await fetch(`${origin}${playerPath}`)).text()
  const tags = [...html.matchAll(/<script\b[^>]*\ssrc="([^"]+)"[^>]*>/g)].filter(([tag]) => !/\snomodule/i.test(tag))
  const paths = new Set(tags.map(([, path]) => path ?? ''))
  let bytes = 0
  for (const path of paths) bytes += gzipped(Buffer.from(await (await fetch(`${origin}${path}`)).arrayBuffer()))
  return bytes
}

/** Every script that Chromium loads until the network is quiet: what hydration asks for later is in it. */
async function scriptsLoaded(origin: string): Promise<number> {
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserFlags })
  try {
    const page = await browser.newPage({ viewport: { width: 412, height: 823 } })
    const bodies: Promise<Buffer>[] = []
    page.on('response', (reply) => {
      if (reply.request().resourceType() === 'script') bodies.push(reply.body())
    })
    await page.goto(`${origin}${playerPath}`, { waitUntil: 'networkidle' })
    return (await Promise.all(bodies)).reduce((sum, body) => sum + gzipped(body), 0)
  } finally {
    await browser.close()
  }
}

/** JavaScript of the player page, compressed as it travels. */
export async function weight(): Promise<Result> {
  const { product } = await bothServers()
  const origin = `http://localhost:${product.port}`
  const named = kib(await scriptsInPage(origin))
  const loaded = kib(await scriptsLoaded(origin))
  const unit = 'KiB'
  return {
    values: [
      { name: 'JavaScript of the player, named in its HTML', value: exactly(named), unit, aim: { atMost: 190 } },
      { name: 'JavaScript of the player, loaded by Chromium', value: exactly(loaded), unit, aim: { atMost: 190 } },
    ].map((row) => ({ ...row, note: 'gzip, without the noModule polyfill' })),
  }
}
