'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/**
 * The way out of a set. What it leads to is fetched at the first touch: not while the first question is on its way, but
 * before a tunnel comes between.
 */
export function BackLink({ href, label }: { href: string; label: string }) {
  const router = useRouter()
  useEffect(() => {
    const left = new AbortController()
    const warm = () => {
      left.abort()
      router.prefetch(href)
    }
    for (const touch of ['pointerdown', 'keydown'])
      window.addEventListener(touch, warm, { passive: true, signal: left.signal })
    return () => left.abort()
  }, [router, href])
  return (
    <Link
      href={href}
      prefetch={false}
      aria-label={label}
      className="-ml-3 grid size-11 shrink-0 place-items-center rounded-button text-deed active:bg-sunk"
    >
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" fill="none" stroke="currentColor">
        <path d="M12.5 3.5L6 10L12.5 16.5" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
    </Link>
  )
}
