'use client'

import './globals.css'

/** The frame itself failed, its messages with it: the words stand here. */
const words = [
  { lang: 'zh-CN', title: '页面出了点问题', detail: '你的作答没有丢。请再试一次。', retry: '再试一次' },
  { lang: 'en', title: 'Something went wrong', detail: 'Your answers are safe. Please try again.', retry: 'Try again' },
]

export default function GlobalError() {
  return (
    <html lang="zh-CN">
      <head>
        <title>一练 Yilian</title>
      </head>
      <body>
        <main className="mx-auto min-h-dvh max-w-[42rem] bg-paper px-4 pt-16 pb-16 md:border-rule md:border-x md:px-10">
          {words.map(({ lang, title, detail, retry }, index) => (
            <section key={lang} lang={lang} className={index > 0 ? 'mt-10 border-rule border-t pt-10' : ''}>
              <h1 className="font-song text-heading">{title}</h1>
              <p className="pt-2 text-ink-2">{detail}</p>
              <button
                type="button"
                onClick={() => window.location.reload()}
                className="mt-6 min-h-11 rounded-button bg-deed px-4 font-semibold text-paper"
              >
                {retry}
              </button>
            </section>
          ))}
        </main>
      </body>
    </html>
  )
}
