import Bowser from 'bowser'

/** A browser as people would name it: "Chrome · Android". Empty when it does not say. */
export function deviceOf(headers: Headers): string {
  const agent = headers.get('user-agent')
  if (!agent) return ''
  const { browser, os, platform } = Bowser.parse(agent.slice(0, 500))
  const system = platform.model === 'iPhone' || platform.model === 'iPad' ? platform.model : os.name
  return [browser.name, system].filter(Boolean).join(' · ').slice(0, 60)
}
