import { readFileSync } from 'node:fs'

export const dynamic = 'force-dynamic'

// A string of the size of a day's set, written by the bench before this server starts.
const body = process.env.CONSTANT_BODY ? readFileSync(process.env.CONSTANT_BODY, 'utf8') : ''

export const GET = () => new Response(body, { headers: { 'content-type': 'application/json' } })
