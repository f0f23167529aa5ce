'use client'

import Link from 'next/link'
import type { ComponentProps } from 'react'
import { useLevel } from '@/components/exams/level-choice'
import { noLevel } from '@/components/exams/level-parts'

type LevelLinkProps = Omit<ComponentProps<typeof Link>, 'href'> & { href: string }

/** A link that takes along the level that this browser has chosen, once the scripts know it. */
export function LevelLink({ href, ...rest }: LevelLinkProps) {
  const level = useLevel()
  const slug = level.slice(level.indexOf('/') + 1)
  return <Link {...rest} href={level === noLevel ? href : `${href}?level=${slug}`} />
}
