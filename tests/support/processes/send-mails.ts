import { store } from '@/db/client'
import { sendMails } from '@/lib/mail'

/** Sends what is due, as a server's job does, and ends. */
await sendMails()
await store().close()
