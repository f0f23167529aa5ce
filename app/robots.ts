import type { MetadataRoute } from 'next'
import { env } from '@/lib/env'

/** Results are private and cannot be read by anybody else; asking for them would only cost. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', disallow: ['/api/', '/practice/*/results/', '/en/practice/*/results/'] },
    sitemap: new URL('/sitemap.xml', env().PUBLIC_URL).href,
  }
}
