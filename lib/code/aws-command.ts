import { escaped } from '../core/unseen.ts'
import { toJson } from './json.ts'
import { shellQuote } from './shell-quote.ts'

const ONE_LINE = 72

/** PowerShell takes these for the quote that ends a text. */
const QUOTES = /[\u2018-\u201b]/

const quoteless = (json: string): string => json.replaceAll(new RegExp(QUOTES, 'g'), escaped)

/** Between two commands: the next one runs only if this one worked. */
export const AND = ' &&\n'

/** An AWS CLI command with one flag a line. */
export const awsCommand = (operation: string, region: string, flags: string[]): string =>
  [`aws cognito-identity ${operation}`, flag('region', region), ...flags].join(' \\\n  ')

/** A flag and its value as the shell takes them; a value that begins with a dash must be glued on. */
export const flag = (name: string, value: string): string =>
  `--${name}${value.startsWith('-') ? '=' : ' '}${shellQuote(value)}`

/**
 * Flags with texts that people made up: as one flag with JSON where the CLI would take a text for the address of a file,
 * or a shell of another kind would take a letter of it for a quote.
 */
export function textFlags(values: Record<string, string>): string[] {
  const entries = Object.entries(values)
  if (!entries.some(([, value]) => /^(?:fileb?|https?):\/\//.test(value) || QUOTES.test(value)))
    return entries.map(([name, value]) => flag(name, value))
  return [jsonFlag('cli-input-json', Object.fromEntries(entries.map(([name, value]) => [memberOf(name), value])))]
}

/** `identity-pool-id` as the API's `IdentityPoolId`. */
const memberOf = (name: string): string => name.replaceAll(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase())

/** A flag with a value in JSON: the CLI's own shorthand cannot say every key and value. */
export function jsonFlag(name: string, value: object): string {
  const line = quoteless(toJson(value))
  return flag(name, line.length <= ONE_LINE ? line : quoteless(toJson(value, 2)).replaceAll('\n', '\n  '))
}
