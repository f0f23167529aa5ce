import { interleave, ratio } from '../measure'
import type { Result } from '../report'
import { bothServers, homePath, playerPath } from '../stage'
import { reader, warmUp } from './daily'

/** The static shells of home and player against a static page that holds nothing. */
export async function pages(): Promise<Result> {
  const { product, reference } = await bothServers()
  const gzip = { 'accept-encoding': 'gzip' }
  const plain = [
    reader('bare static page', reference, '/'),
    reader('home page', product, homePath),
    reader('player page', product, playerPath),
  ]
  const compressed = [
    reader('bare static page, gzip', reference, '/', gzip),
    reader('home page, gzip', product, homePath, gzip),
    reader('player page, gzip', product, playerPath, gzip),
  ]
  const rates = []
  for (const [contenders, aim] of [[plain, { atLeast: 0.9 }] as const, [compressed, undefined] as const]) {
    await warmUp(contenders, 1)
    const [bare, ...ours] = await interleave(contenders)
    if (!bare) throw new Error('a contender is missing')
    rates.push(bare, ...ours.map((one) => ({ ...one, ratio: ratio(one, bare), against: bare.name, aim })))
  }
  return { rates }
}
