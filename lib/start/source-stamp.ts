import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const SOURCES =
  'app components lib public proxy.ts instrumentation.ts instrumentation-client.ts next.config.js tsconfig.json package.json package-lock.json'
/** What a build is made of, and what must lie beside one that runs elsewhere. */
export const sourceFiles = SOURCES.split(' ')
const NOT_BUILT = /(?:\.test|-for-tests)\.tsx?$|^lib\/emulator\//

/** A hash of everything that a build is made of. The lock file stands for Next and the other packages. */
export function sourceStamp(): string {
  const hash = createHash('sha256')
  for (const file of sourceFiles.flatMap(filesUnder)) hash.update(`${file}\0`).update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

function filesUnder(path: string): string[] {
  if (!existsSync(path) || NOT_BUILT.test(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => filesUnder(join(path, name)))
}
