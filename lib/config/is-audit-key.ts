import 'server-only'
import { createPrivateKey } from 'node:crypto'

/** Whether a text is a private key of Ed25519, PKCS #8 in base64. */
export function isAuditKey(value: string): boolean {
  try {
    const key = createPrivateKey({ key: Buffer.from(value, 'base64'), format: 'der', type: 'pkcs8' })
    return key.asymmetricKeyType === 'ed25519'
  } catch {
    return false
  }
}
