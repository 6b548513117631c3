import 'server-only'
import { createHmac } from 'node:crypto'

/** What proves that a body comes from whoever has the secret, and when: HMAC-SHA256 of `seconds.body`, in hex. */
export const signatureOf = (secret: string, seconds: number, body: string): string =>
  createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')
