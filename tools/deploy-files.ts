import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

export const readDeployFile = (path: string): string => readFileSync(join(root, path), 'utf8')

/** The instructions of a Dockerfile in their order, continued lines joined; `stage` counts from 0. */
export function instructionsOf(dockerfile: string): { stage: number; name: string; value: string }[] {
  const lines = dockerfile.replaceAll('\\\n', ' ').split('\n')
  let stage = -1
  return lines
    .filter((line) => /^[A-Z]+ /.test(line))
    .map((line) => {
      const name = line.split(' ', 1)[0] ?? ''
      if (name === 'FROM') stage += 1
      return { stage, name, value: line.slice(name.length).trim() }
    })
}

/** `NAME=value` pairs, as an ENV instruction has them. */
export const pairsOf = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/(\w+)=(\S+)/g)].map(([, name = '', value = '']) => [name, value]))

/** The lines of a systemd unit, `Key=value`, each key with all its values. */
export function unitOf(text: string): ReadonlyMap<string, string[]> {
  const found = new Map<string, string[]>()
  for (const [, key = '', value = ''] of text.matchAll(/^(\w+)=(.*)$/gm))
    found.set(key, [...(found.get(key) ?? []), value])
  return found
}
