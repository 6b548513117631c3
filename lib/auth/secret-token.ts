import 'server-only'
import { createHash, randomBytes } from 'node:crypto'

const BYTES = 32

/** A secret of 256 random bits, as an address or a cookie can hold it. */
export const newSecret = (): string => randomBytes(BYTES).toString('base64url')

/** What is kept of a secret: who reads the store signs in with none of it. */
export const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('hex')
