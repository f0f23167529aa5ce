import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // Whoever only runs the site need not have its tests type-checked; `npm run check` does that.
  typescript: { tsconfigPath: 'tsconfig.build.json' },
  experimental: { globalNotFound: true },
  serverExternalPackages: [
    'better-sqlite3',
    'pg',
    'pino',
    '@node-rs/argon2',
    'nodemailer',
    'sql.js',
    'web-push',
    '@alicloud/dysmsapi20170525',
    '@alicloud/openapi-core',
    'tencentcloud-sdk-nodejs-sms',
  ],
  // zh-CN is the first language and bears no prefix: its pages live under /zh-CN inside, and nowhere else outside
  // (bin/serve.mjs sends /zh-CN away, and sets the security headers: each rule here is matched at every request).
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
