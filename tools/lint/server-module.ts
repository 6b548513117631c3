import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const known = new Map<string, boolean>()

/** Whether a file starts with `import 'server-only'`. The path is from the repository's root. */
export function isServerModule(root: string, path: string) {
  const file = resolve(root, path)
  const answer = known.get(file) ?? (existsSync(file) && startsWithServerOnly(readFileSync(file, 'utf8')))
  known.set(file, answer)
  return answer
}

export const startsWithServerOnly = (source: string) => /^import 'server-only'$/m.test(source.slice(0, 200))
