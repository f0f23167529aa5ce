import { env } from '../env'

/** Where the makers of browsers take messages. A name that begins with a dot means every host below it. */
const known = [
  'fcm.googleapis.com',
  'web.push.apple.com',
  '.push.apple.com',
  '.push.services.mozilla.com',
  '.notify.windows.com',
]

const listed = () =>
  env()
    .PUSH_HOSTS.split(',')
    .flatMap((one) => one.trim() || [])

const isHost = ({ protocol, port, hostname }: URL, name: string) =>
  protocol === 'https:' && port === '' && (name.startsWith('.') ? hostname.endsWith(name) : hostname === name)

/**
 * Whether an address that a stranger gave is one of a service that takes messages for browsers: to any other this server
 * would be a tool to knock at doors behind its own wall.
 */
export function isPushService(endpoint: string): boolean {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : null
  if (!url || url.username || url.password) return false
  return [...known, ...listed()].some((one) => (one.includes('://') ? url.origin === one : isHost(url, one)))
}
