import { fileURLToPath } from 'node:url'

// No package.json and no packages of its own: everything resolves from the project's folder, so both run the same Next.
const root = fileURLToPath(new URL('../../..', import.meta.url))

export default {
  poweredByHeader: false,
  turbopack: { root },
  outputFileTracingRoot: root,
  serverExternalPackages: ['better-sqlite3'],
}
