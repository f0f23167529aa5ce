// Messages in a browser, and nothing else: this worker keeps no pages, and sees no requests. Registered only when somebody
// has asked to be told here (components/reminders/browser.ts).

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('push', (event) => {
  const told = event.data ? event.data.json() : {}
  const { title = '一练', body = '', url = '/', tag } = told
  const look = { icon: '/icon-192.png', badge: '/icon-192.png' }
  event.waitUntil(self.registration.showNotification(title, { body, tag, ...look, data: { url } }))
})

/** Only pages of this site are opened, whatever a message says. */
function pageOf(url) {
  const page = new URL(url || '/', self.location.origin)
  return page.origin === self.location.origin ? page.href : self.location.origin
}

async function show(url) {
  const page = pageOf(url)
  const open = await self.clients.matchAll({ type: 'window' })
  const same = open.find((one) => one.url === page)
  return same ? same.focus() : self.clients.openWindow(page)
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(show(event.notification.data?.url))
})

/** The browser's maker has changed its address: what it is told of goes there. */
async function move({ oldSubscription: before, newSubscription }) {
  if (!before) return
  const after = newSubscription || (await self.registration.pushManager.subscribe(before.options))
  const from = { endpoint: before.endpoint, auth: before.toJSON().keys.auth }
  const { endpoint, keys } = after.toJSON()
  const body = JSON.stringify({ from, to: { endpoint, keys } })
  await fetch('/api/v1/reminders/browser', { method: 'PUT', headers: { 'content-type': 'application/json' }, body })
}

self.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(move(event)))
