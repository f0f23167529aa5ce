import type { MetadataRoute } from 'next'
import { defaultLocale } from '@/components/shell/locales'

export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const { site } = (await import(`../messages/${defaultLocale}.json`)).default
  return {
    name: site.name,
    short_name: site.name,
    description: site.description,
    lang: defaultLocale,
    id: '/',
    start_url: '/',
    display: 'standalone',
    background_color: '#f9f9f6',
    theme_color: '#f9f9f6',
    icons: [
      { src: '/icon.svg', type: 'image/svg+xml', sizes: 'any' },
      { src: '/icon-192.png', type: 'image/png', sizes: '192x192' },
      { src: '/icon-512.png', type: 'image/png', sizes: '512x512' },
      { src: '/icon-maskable-512.png', type: 'image/png', sizes: '512x512', purpose: 'maskable' },
    ],
  }
}
