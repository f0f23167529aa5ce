import type { Metadata } from 'next'
import { hrefIn, locales } from '@/components/shell/locales'
import { buttonLook } from '@/components/ui/button'
import './globals.css'

/** An address that no page has: which language was meant cannot be told, so both are spoken. */
export const metadata: Metadata = { title: '404 · 一练 Yilian', robots: { index: false } }

export default async function GlobalNotFound() {
  const words = await Promise.all(
    locales.map(async (locale) => ({ locale, ...(await import(`../messages/${locale}.json`)).default })),
  )
  return (
    <html lang="zh-CN">
      <body>
        <main className="mx-auto min-h-dvh max-w-[42rem] bg-paper px-4 pt-16 pb-16 md:border-rule md:border-x md:px-10">
          {words.map(({ locale, notFound }, index) => (
            <section key={locale} lang={locale} className={index > 0 ? 'mt-10 border-rule border-t pt-10' : ''}>
              <Title level={index}>{notFound.title}</Title>
              <p className="pt-2 text-ink-2">{notFound.detail}</p>
              <div className="flex flex-wrap gap-3 pt-6">
                <a href={hrefIn(locale, '/')} className={buttonLook(index > 0 ? 'outlined' : 'filled')}>
                  {notFound.today}
                </a>
                <a href={hrefIn(locale, '/practice')} className={buttonLook('outlined')}>
                  {notFound.practice}
                </a>
              </div>
            </section>
          ))}
        </main>
      </body>
    </html>
  )
}

function Title({ level, children }: { level: number; children: string }) {
  const Heading = level === 0 ? 'h1' : 'h2'
  return <Heading className="font-song text-heading">{children}</Heading>
}
