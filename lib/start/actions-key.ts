import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isActionsKey } from '../config/environment.ts'
import { StartError } from './start-error.ts'

/**
 * The key that Next encrypts the closures of server actions with: the given one, else the one of the data directory,
 * made there at the first start. Errors: `StartError` when that file holds something else.
 */
export function actionsKey({ actionsKey: given, dataDir }: { actionsKey: string | null; dataDir: string }): string {
  if (given !== null) return given
  const file = join(dataDir, 'actions.key')
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  const kept = readFileSync(file, 'utf8').trim()
  if (!isActionsKey(kept)) throw new StartError(`${file} does not hold a key: delete it, and a new one is made.`)
  return kept
}
