import 'server-only'
import { createHmac, randomBytes } from 'node:crypto'
import { config } from '../config/config.ts'

const shared = globalThis as typeof globalThis & { lifeguardHashKey?: string }

/** A hash that nobody makes without the key that all copies of a deployment share, as base64url. */
export function keyedHash(text: string): string {
  shared.lifeguardHashKey ??= config().actionsKey ?? randomBytes(32).toString('base64')
  return createHmac('sha256', shared.lifeguardHashKey).update(text).digest('base64url')
}
