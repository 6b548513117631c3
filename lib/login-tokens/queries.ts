import { writing } from '../operation/write.ts'
import { traceToken } from './actions.ts'

/** Its input holds a token, so the client forgets it as soon as nobody watches. */
export const tokenTracing = { ...writing(traceToken), gcTime: 0 }
