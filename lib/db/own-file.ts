import 'server-only'
import { chmodSync, closeSync, existsSync, openSync } from 'node:fs'

const OWNER_ONLY = 0o600

/** Makes a file, and what SQLite keeps beside it, readable for this user alone, whatever its directory lets others do. */
export function ownFile(file: string): void {
  closeSync(openSync(file, 'a', OWNER_ONLY))
  for (const one of [file, `${file}-wal`, `${file}-shm`])
    try {
      if (existsSync(/* turbopackIgnore: true */ one)) chmodSync(one, OWNER_ONLY)
    } catch {
      // It is somebody else's, who decides.
    }
}
