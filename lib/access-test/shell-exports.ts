import { shellQuote } from '../code/shell-quote.ts'
import type { SessionKeys } from './session.ts'

export const shells = ['posix', 'fish', 'powershell'] as const
export type Shell = (typeof shells)[number]

export const shellLabels: Record<Shell, string> = { posix: 'bash, zsh', fish: 'fish', powershell: 'PowerShell' }

/** Commands that hand a session to the AWS CLI and SDKs, a line each. */
export function shellExports(shell: Shell, keys: SessionKeys, region: string): string {
  const variables = {
    AWS_ACCESS_KEY_ID: keys.accessKeyId,
    AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
    AWS_SESSION_TOKEN: keys.sessionToken,
    AWS_REGION: region,
  }
  return Object.entries(variables)
    .map(([name, value]) => `${lines[shell](name, value)}\n`)
    .join('')
}

const lines: Record<Shell, (name: string, value: string) => string> = {
  posix: (name, value) => `export ${name}=${shellQuote(value)}`,
  fish: (name, value) => `set -gx ${name} '${value.replaceAll(/['\\]/g, '\\$&')}'`,
  powershell: (name, value) => `$Env:${name} = '${value.replaceAll("'", "''")}'`,
}
