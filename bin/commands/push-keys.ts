import webPush from 'web-push'

/**
 * Writes a new pair of keys to stdout: lines for `.env`, or JSON. With another pair no browser that has subscribed is reached
 * any more.
 */
export function printPushKeys(json: boolean) {
  const { publicKey, privateKey } = webPush.generateVAPIDKeys()
  const keys = { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey }
  const lines = Object.entries(keys).map(([name, value]) => `${name}=${value}`)
  console.log(json ? JSON.stringify(keys) : lines.join('\n'))
}
