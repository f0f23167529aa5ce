import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** Whether the scripts are awake: false on the server and while its page is taken over, true from then on. */
export const useAwake = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
