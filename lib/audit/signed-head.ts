import 'server-only'
import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'

/** An end of the log as it was noted outside of the store. `at`: ISO time. `key` names the key that signed it. */
export type SignedHead = { sequence: number; hash: string; at: string; key: string; signature: string }

/** A private key of Ed25519 from PKCS #8 in base64. Errors: when it is none. */
export function signingKey(base64: string): KeyObject {
  const key = createPrivateKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'pkcs8' })
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('not a key of Ed25519')
  return key
}

/** A public key of Ed25519 from SPKI in base64. */
export const verifyingKey = (base64: string): KeyObject =>
  createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' })

export const publicKeyOf = (key: KeyObject): string =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64')

/** A short name of a public key. */
const nameOf = (publicKey: string): string => createHash('sha256').update(publicKey).digest('hex').slice(0, 16)

const signedText = ({ sequence, hash, at }: Pick<SignedHead, 'sequence' | 'hash' | 'at'>): Buffer =>
  Buffer.from(`lifeguard audit ${sequence} ${hash} ${at}`)

export function signHead(
  { sequence, hash }: { sequence: number; hash: string },
  key: KeyObject,
  now: Date,
): SignedHead {
  const at = now.toISOString()
  const signature = sign(null, signedText({ sequence, hash, at }), key).toString('base64')
  return { sequence, hash, at, key: nameOf(publicKeyOf(key)), signature }
}

export const isSignedBy = (head: SignedHead, publicKey: KeyObject): boolean =>
  verify(null, signedText(head), publicKey, Buffer.from(head.signature, 'base64'))
