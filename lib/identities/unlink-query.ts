import { writing } from '../operation/write.ts'
import { unlinkIdentity } from './actions.ts'

/** Its input holds a token, so the client forgets it as soon as nobody watches. */
export const loginUnlinking = { ...writing(unlinkIdentity), gcTime: 0 }
