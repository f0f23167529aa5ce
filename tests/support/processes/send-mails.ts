import { store } from '@/db/client'
import { sendDue } from '@/lib/deliveries/send'

/** Sends what is due, as a server's job does, and ends. */
await sendDue()
await store().close()
