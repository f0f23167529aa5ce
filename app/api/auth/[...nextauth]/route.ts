import { handleAuth } from '@/lib/auth/next-auth/handler'

export const GET = handleAuth
export const POST = handleAuth
