import { toJson } from './json.ts'
import { shellQuote } from './shell-quote.ts'

const ONE_LINE = 72

/** An AWS CLI command with one flag a line. */
export const awsCommand = (operation: string, region: string, flags: string[]): string =>
  [`aws cognito-identity ${operation}`, flag('region', region), ...flags].join(' \\\n  ')

/** A flag and its value as the shell takes them; a value that begins with a dash must be glued on. */
export const flag = (name: string, value: string): string =>
  `--${name}${value.startsWith('-') ? '=' : ' '}${shellQuote(value)}`

/** A flag with a value in JSON: the CLI's own shorthand cannot say every key and value. */
export function jsonFlag(name: string, value: object): string {
  const line = toJson(value)
  return flag(name, line.length <= ONE_LINE ? line : toJson(value, 2).replaceAll('\n', '\n  '))
}
