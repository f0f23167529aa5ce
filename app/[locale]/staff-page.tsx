import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { chosenIn, type SearchParams } from '@/components/staff/chosen'
import { ClosedDoor } from '@/components/staff/closed-door'
import type { Role } from '@/domain/users/input'
import type { User } from '@/domain/users/queries'
import { standingOf } from '@/lib/auth/staff'

type Params<Segment extends string> = Record<Segment | 'locale', string>

type StaffPageProps<Segment extends string> = {
  params: Promise<Params<Segment>>
  searchParams: Promise<SearchParams>
}

type Door<Segment extends string> = {
  /** Who may enter: this role, and those above it. */
  role: Exclude<Role, 'learner'>
  /** Address of the page without its language. */
  path: string | ((params: Params<Segment>) => string)
}

/** Somebody who was let in, and what they ask for. */
type Visit<Segment extends string> = {
  user: User
  locale: string
  path: string
  params: Params<Segment>
  /** What its address asks for, after the question mark. */
  asked: Record<string, string | undefined>
}

/**
 * A page of the staff, made only for whom it is: everybody else sees what has to be done first, or no such page. It is
 * no layout, because a layout keeps nobody from the page inside it.
 */
export function staffPage<Segment extends string = never>(
  { role, path }: Door<Segment>,
  make: (visit: Visit<Segment>) => Promise<ReactNode>,
) {
  return async ({ params, searchParams }: StaffPageProps<Segment>) => {
    const named = await params
    const { locale } = named
    setRequestLocale(locale)
    const here = typeof path === 'string' ? path : path(named)
    const standing = await standingOf(await headers(), role)
    if (standing.is === 'stranger') notFound()
    if (standing.is !== 'staff') return <ClosedDoor locale={locale} path={here} why={standing.is} />
    const { user } = standing
    return make({ user, locale, path: here, params: named, asked: chosenIn(await searchParams) })
  }
}

/** The page's name, and nothing of what it shows: it is made before it is known who asks. */
export const staffMetadata =
  (namespace: string, title = 'title') =>
  async ({ params }: { params: Promise<{ locale: string }> }): Promise<Metadata> => {
    const { locale } = await params
    const t = await getTranslations({ locale, namespace })
    return { title: t(title), robots: { index: false, follow: false } }
  }
