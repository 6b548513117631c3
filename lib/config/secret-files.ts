import 'server-only'
import { resolve } from 'node:path'

type Named = Record<string, string | undefined>
type ReadFile = (path: string) => string | null

/** Variables that hold a secret, each of which may stand in a file that `…_FILE` names. */
const SECRETS = [
  'DATABASE_URL',
  'LIFEGUARD_AUDIT_KEY',
  'LIFEGUARD_METRICS_TOKEN',
  'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY',
  'OIDC_CLIENT_SECRET',
] as const

export const SECRET_FILES = SECRETS.map((name) => `${name}_FILE` as const)

/** The variables with the secrets of their files in place, and one line for each file that gives none. */
export function withSecretFiles(variables: Readonly<Named>, readFile: ReadFile, directory: string) {
  const mistakes: string[] = []
  const read: Named = { ...variables }
  for (const name of SECRETS) {
    const file = read[`${name}_FILE`]
    delete read[`${name}_FILE`]
    if (file === undefined) continue
    const problem =
      read[name] === undefined ? put(read, name, () => readFile(resolve(directory, file))) : isSetToo(name)
    if (problem !== null) mistakes.push(`environment: ${name}_FILE is "${file}", ${problem}`)
  }
  return { variables: read, mistakes }
}

const isSetToo = (name: string) => `but ${name} is set, too: keep one of them, for example ${name}_FILE alone`

function put(read: Named, name: string, readFile: () => string | null): string | null {
  try {
    const text = readFile()?.trim()
    if (text === undefined) return `but there is no such file, for example /run/secrets/${name.toLowerCase()}`
    if (text === '') return `which is empty: it must hold the value of ${name}`
    read[name] = text
    return null
  } catch (error) {
    return `which cannot be read (${error instanceof Error ? error.message : String(error)})`
  }
}
