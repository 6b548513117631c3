import 'server-only'
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { signingKey } from './signed-head.ts'

type KeyPlace = { auditKey: string | null; dataDir: string }

/** The key that signs ends of the log: the configured one, else the one of the data directory; null when there is none. */
export function presentAuditKey({ auditKey, dataDir }: KeyPlace): KeyObject | null {
  const file = keyFile(dataDir)
  if (auditKey === null && !existsSync(file)) return null
  return signingKey(auditKey ?? readFileSync(file, 'utf8').trim())
}

/** The same, made in the data directory when it is asked for first. */
export function auditKey(place: KeyPlace): KeyObject {
  const present = presentAuditKey(place)
  if (present) return present
  const made = generateKeyPairSync('ed25519').privateKey
  const text = made.export({ format: 'der', type: 'pkcs8' }).toString('base64')
  writeFileSync(keyFile(place.dataDir), `${text}\n`, { mode: 0o600, flag: 'wx' })
  return made
}

const keyFile = (dataDir: string): string => join(dataDir, 'audit.key')
