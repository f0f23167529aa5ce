'use client'

import { useEffect } from 'react'
import { keysOf } from './shelf'

/** On pages without a player: sends what an earlier visit could not, and loads nothing when nothing waits. */
export function SendPending() {
  useEffect(() => {
    if (keysOf('entry').length === 0) return
    let leave: (() => void) | undefined
    let left = false
    void import('./sender').then(({ subscribeToSender }) => {
      const deaf = () => {}
      if (!left) leave = subscribeToSender({ onNews: deaf, onNotice: deaf, onState: deaf })
    })
    return () => {
      left = true
      leave?.()
    }
  }, [])
  return null
}
