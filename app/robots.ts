import type { MetadataRoute } from 'next'
import { env } from '@/lib/env'

/** What is one's own cannot be read by anybody else; asking for it would only cost. */
const own = [
  'practice/*/results/',
  'settings',
  'mistakes',
  'favourites',
  'notes',
  'reports',
  'progress',
  'sign-in/done',
  'admin/',
  'studio/',
]

export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', disallow: ['/api/', ...own.flatMap((path) => [`/${path}`, `/en/${path}`])] },
    sitemap: new URL('/sitemap.xml', env().PUBLIC_URL).href,
  }
}
