import { load, repeat, request } from '../client'
import { exactly, type Result } from '../report'
import { memoryMiB } from '../servers'
import { bothServers, dailyPath, homePath, playerPath } from '../stage'

/** What the server holds after load: that of the parts before it, and some of its own for when it runs alone. */
export async function memory(): Promise<Result> {
  const { product } = await bothServers()
  for (const path of [dailyPath, homePath, playerPath])
    await load(product.port, 32, repeat(request(product.port, { path, headers: { 'accept-encoding': 'gzip' } }), 3))
  const { now, peak } = memoryMiB(product)
  return {
    values: [
      { name: 'memory after load', value: exactly(now), unit: 'MiB', note: 'resident set of the server process' },
      { name: 'memory at its highest', value: exactly(peak), unit: 'MiB' },
    ],
  }
}
