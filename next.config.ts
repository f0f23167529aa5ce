import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const security = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()' },
]

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // Whoever only runs the site need not have its tests type-checked; `npm run check` does that.
  typescript: { tsconfigPath: 'tsconfig.build.json' },
  experimental: { globalNotFound: true },
  serverExternalPackages: ['better-sqlite3', 'pg', 'pino'],
  headers: async () => [{ source: '/:path*', headers: security }],
  // zh-CN is the first language and bears no prefix: its pages live under /zh-CN inside, and nowhere else outside.
  redirects: async () => [
    { source: '/zh-CN', destination: '/', permanent: true },
    { source: '/zh-CN/:path*', destination: '/:path*', permanent: true },
  ],
  rewrites: async () => ({
    beforeFiles: [
      { source: '/', destination: '/zh-CN' },
      {
        source: '/:path((?!en(?:/|$)|zh-CN(?:/|$)|api/|_next/|healthz$|readyz$|metrics$|[^/]*\\.[a-z]+$).+)',
        destination: '/zh-CN/:path',
      },
    ],
    afterFiles: [],
    fallback: [],
  }),
}

export default createNextIntlPlugin('./app/i18n.ts')(config)
