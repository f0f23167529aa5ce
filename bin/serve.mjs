// The server: Next behind one listener that does what no page may be trusted with. It writes the client's address and a
// request id, gives per-request pages their nonce (a proxy.ts would cost every page half its speed), and drains on SIGTERM.
import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import next from 'next'
import { policy } from './csp.mjs'
import { finishedPages } from './static-pages.mjs'

process.env.NEXT_TELEMETRY_DISABLED = '1'
const dev = process.argv.includes('--dev')
const port = Number(process.env.PORT || 3000)
const hostname = process.env.HOST || '0.0.0.0'
const trustProxy = process.env.TRUST_PROXY === 'true'
const https = (process.env.PUBLIC_URL ?? '').startsWith('https:')
const drainMs = 15_000
// Longer than any proxy keeps an idle connection (nginx and most load balancers: 60 s). Who closes first loses the race:
// with Node's 5 s a request sent down a connection just being closed would come back as a 502.
const keepAliveMs = 75_000

// Pages rendered for one person, and so never prerendered. tests/e2e/policy.spec.ts holds every page against it.
const perRequest =
  /^\/(?:en\/)?(?:practice\/[^/]+\/results\/|(?:mistakes|favourites|notes|reports|progress|resources|news|calendar|settings|admin|studio)(?:[/?]|$))/

// Hashes of the scripts in the head of every page (bin/build.mjs).
const headScripts = dev ? [] : JSON.parse(readFileSync('.next/head-scripts.json', 'utf8'))

const security = Object.entries({
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
})

// zh-CN bears no prefix: its pages have one address each.
// Slashes are taken together: what is left of `/zh-CN//other.example` must stay on this site.
const prefixed = /^\/zh-CN(?:[/\\]+|(?=[?#])|$)/

function clientAddress(request) {
  const forwarded = trustProxy ? request.headers['x-forwarded-for']?.split(',').at(-1)?.trim() : undefined
  return forwarded || request.socket.remoteAddress || 'unknown'
}

/** The length that Next drops (lib/http/reply.ts), unless what it was the length of has been compressed since. */
function restoreLength(response) {
  const { writeHead } = response
  response.writeHead = (...words) => {
    const length = response.getHeader('x-content-length')
    if (length !== undefined) {
      response.removeHeader('x-content-length')
      if (!response.hasHeader('content-encoding')) response.setHeader('content-length', length)
    }
    return writeHead.apply(response, words)
  }
}

function prepare(request, response) {
  request.headers['x-client-address'] = clientAddress(request)
  request.headers['x-request-id'] = randomUUID()
  response.setHeader('x-request-id', request.headers['x-request-id'])
  for (const [name, value] of security) response.setHeader(name, value)
  // Next takes a nonce from this request header, so only ours may be there.
  delete request.headers['content-security-policy']
  delete request.headers['content-security-policy-report-only']
  if (https) {
    response.setHeader('strict-transport-security', 'max-age=31536000')
    // On plain http browsers ignore it, and say so as an error.
    response.setHeader('cross-origin-opener-policy', 'same-origin')
  }
  if (globalThis.yilianDraining) response.setHeader('connection', 'close')
  if (dev || !perRequest.test(request.url ?? '')) return
  const csp = policy([`'nonce-${randomBytes(16).toString('base64')}'`, ...headScripts])
  request.headers['content-security-policy'] = csp
  response.setHeader('content-security-policy', csp)
}

const app = next({ dev, hostname, port })
await app.prepare()
const handle = app.getRequestHandler()
const finished = dev ? () => false : finishedPages()
const server = createServer((request, response) => {
  prepare(request, response)
  if (prefixed.test(request.url)) {
    response.writeHead(308, { location: request.url.replace(prefixed, '/') }).end()
    return
  }
  if (finished(request, response)) return
  restoreLength(response)
  handle(request, response).catch((error) => {
    console.error(error)
    if (!response.headersSent) response.statusCode = 500
    response.end()
  })
})

server.keepAliveTimeout = keepAliveMs

function drain(signal) {
  if (globalThis.yilianDraining) return
  globalThis.yilianDraining = true
  console.log(`${signal}: finishing what is in flight`)
  // Whatever hangs longer than this was not going to finish.
  setTimeout(() => process.exit(1), drainMs).unref()
  server.close(async () => {
    // A store that refuses must not keep the process: its leases run out by themselves.
    await globalThis.yilianReleaseLeases?.().catch((error) => console.error(error))
    await globalThis.yilianStore?.close()
    process.exit(0)
  })
  server.closeIdleConnections()
  // What is in flight by now leaves its connection idle when it ends: nobody waits for that.
  server.keepAliveTimeout = 1
}
process.on('SIGTERM', drain)
process.on('SIGINT', drain)

server.on('error', (error) => {
  console.error(error.code === 'EADDRINUSE' ? `Port ${port} is taken; set PORT to another one.` : error)
  process.exit(1)
})
server.listen(port, hostname, () => process.send?.('listening'))
