/**
 * News as an Atom feed (RFC 4287), for programs that ask now and then. Ids are URNs: they stay the same when the site moves.
 * Everything is escaped; HTML travels as escaped text, which readers sanitise once more.
 */
import { startOfDay } from '@/domain/exams/zone'
import type { NewsKind } from './input'

export type FeedEntry = {
  urn: string
  id: string
  kind: NewsKind
  title: string
  summary: string
  publishedOn: string
  updatedAt: Date
  html: string
}

export type Feed = {
  urn: string
  title: string
  author: string
  /** Where it lies, and the page it belongs to: whole addresses. */
  self: string
  page: string
  timeZone: string
  updatedAt: Date
  entries: readonly FeedEntry[]
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** Text for XML 1.0, which cannot hold most control characters, nor half a surrogate pair, however they are written. */
export const escapeXml = (text: string): string =>
  text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (one) => escapes[one] ?? '')

const element = (name: string, text: string, attributes = '') => `<${name}${attributes}>${escapeXml(text)}</${name}>`

function entryXml({ urn, id, kind, title, summary, publishedOn, updatedAt, html }: FeedEntry, feed: Feed): string {
  return [
    '  <entry>',
    ...[
      element('id', urn),
      element('title', title),
      `<link rel="alternate" type="text/html" href="${escapeXml(`${feed.page}/${id}`)}"/>`,
      element('published', startOfDay(feed.timeZone, publishedOn).toISOString()),
      element('updated', updatedAt.toISOString()),
      `<category term="${escapeXml(kind)}"/>`,
      element('summary', summary),
      element('content', html, ' type="html"'),
    ].map((line) => `    ${line}`),
    '  </entry>',
  ].join('\n')
}

/** The whole document. */
export function writeFeed(feed: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
    ...[
      element('id', feed.urn),
      element('title', feed.title),
      `<author>${element('name', feed.author)}</author>`,
      element('updated', feed.updatedAt.toISOString()),
      `<link rel="self" type="application/atom+xml" href="${escapeXml(feed.self)}"/>`,
      `<link rel="alternate" type="text/html" href="${escapeXml(feed.page)}"/>`,
    ].map((line) => `  ${line}`),
    ...feed.entries.map((entry) => entryXml(entry, feed)),
    '</feed>',
    '',
  ].join('\n')
}
