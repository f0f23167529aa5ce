import type { BrowserInput } from '@/domain/deliveries/input'

const worker = '/push.js'

/** Whether this browser can be told of anything. On iOS only what was put on the home screen can. */
export const canBeTold = () => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window

/** Somebody has said no to the browser's question, or it could not ask. */
export class NotAllowed extends Error {}

const keyBytes = (key: string) =>
  Uint8Array.from(atob(key.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0))

function inputOf(subscription: PushSubscription): BrowserInput {
  const { endpoint = '', keys = {} } = subscription.toJSON()
  return { endpoint, keys: { p256dh: keys.p256dh ?? '', auth: keys.auth ?? '' } }
}

/** How this browser is told, if it ever asked to be; nothing is registered by looking. */
export async function findBrowser(): Promise<BrowserInput | null> {
  if (!canBeTold()) return null
  const registration = await navigator.serviceWorker.getRegistration('/')
  const subscription = await registration?.pushManager.getSubscription()
  return subscription ? inputOf(subscription) : null
}

const isSame = (key: ArrayBuffer | null, wanted: Uint8Array) =>
  key !== null && key.byteLength === wanted.length && new Uint8Array(key).every((one, at) => one === wanted[at])

/** What was begun with other keys of this site reaches nobody any more. */
async function subscriptionOf(pushManager: PushManager, key: Uint8Array<ArrayBuffer>): Promise<PushSubscription> {
  const known = await pushManager.getSubscription()
  if (known && isSame(known.options.applicationServerKey, key)) return known
  await known?.unsubscribe()
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
}

/**
 * Asks whether this site may tell of anything here, and makes this browser known to its maker's service. To be called at a
 * press: browsers answer no for people who are asked out of the blue. @throws NotAllowed
 */
export async function openBrowser(key: string): Promise<BrowserInput> {
  if ((await Notification.requestPermission()) !== 'granted') throw new NotAllowed()
  await navigator.serviceWorker.register(worker)
  const { pushManager } = await navigator.serviceWorker.ready
  try {
    return inputOf(await subscriptionOf(pushManager, keyBytes(key)))
  } catch (cause) {
    throw new NotAllowed('no service', { cause })
  }
}
