import type { Role } from '@/domain/users/input'
import { reaches } from '@/domain/users/permissions'
import type { User } from '@/domain/users/queries'
import { env } from '../env'
import { findUser } from '../session'

/** How whoever asks for a page of the staff stands to it. */
export type Standing =
  /** Nobody is signed in. */
  | { is: 'nobody' }
  /** Signed in, and none of the staff it is for: to them there is no such page. */
  | { is: 'stranger' }
  /** An admin who has to switch on the second factor first. */
  | { is: 'without-factor' }
  | { is: 'staff'; user: User }

/** The same as route() asks of the API: the role, and of admins a second factor; a browser, never a token. */
export async function standingOf(headers: Headers, role: Exclude<Role, 'learner'>): Promise<Standing> {
  const user = await findUser(headers)
  if (user?.kind !== 'member') return { is: 'nobody' }
  if (user.via === 'token' || !reaches(user.role, role)) return { is: 'stranger' }
  return user.role === 'admin' && !user.totp ? { is: 'without-factor' } : { is: 'staff', user }
}

/** Whoever works at the editors' desk; a team of one approves what it wrote. */
export const deskOf = <U>(user: U) => ({ user, approvesOwn: env().REVIEW === 'self' })
