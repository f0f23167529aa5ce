// The pages that `next build` finished, served from memory, compressed and hashed once. Next would read, hash and
// compress the same text again for every visitor: several times the work of everything else.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { constants, gzipSync } from 'node:zlib'

const built = '.next'
// What Next's own client asks for under a page's address is no page.
const notForPeople = ['rsc', 'next-router-state-tree', 'next-router-prefetch', 'next-router-segment-prefetch']
const publicPath = (route) => (route === '/zh-CN' ? '/' : route.replace(/^\/zh-CN\//, '/'))

function readPage(route) {
  const file = join(built, 'server', 'app', route)
  const plain = readFileSync(`${file}.html`)
  const { headers } = JSON.parse(readFileSync(`${file}.meta`, 'utf8'))
  return {
    plain,
    gzip: gzipSync(plain, { level: constants.Z_BEST_COMPRESSION }),
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': headers['content-security-policy'],
      // Kept by browsers, but asked about each time: a new release must not meet an old page.
      'cache-control': 'no-cache',
      vary: `${notForPeople.join(', ')}, accept-encoding`,
      etag: `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    },
  }
}

function readPages() {
  const { routes } = JSON.parse(readFileSync(join(built, 'prerender-manifest.json'), 'utf8'))
  const isPage = (route) => !route.startsWith('/_') && existsSync(join(built, 'server', 'app', `${route}.html`))
  return new Map(
    Object.keys(routes)
      .filter(isPage)
      .map((route) => [publicPath(route), readPage(route)]),
  )
}

/** A function that answers a request for a finished page, and says whether it did. A query is the browser's business. */
export function finishedPages() {
  const pages = readPages()
  return (request, response) => {
    const asked = request.method === 'GET' || request.method === 'HEAD'
    const page = pages.get(request.url.split('?', 1)[0])
    if (!asked || !page || notForPeople.some((name) => name in request.headers)) return false
    if (request.headers['if-none-match'] === page.headers.etag) {
      response.writeHead(304, page.headers).end()
      return true
    }
    const gzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
    const body = gzip ? page.gzip : page.plain
    const encoding = gzip && { 'content-encoding': 'gzip' }
    response.writeHead(200, { ...page.headers, ...encoding, 'content-length': body.length })
    response.end(request.method === 'HEAD' ? undefined : body)
    return true
  }
}
