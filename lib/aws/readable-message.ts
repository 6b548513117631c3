import { mask } from '../log/mask.ts'

/** What only the author of a library can use, or what says nothing at all. */
const INNARDS =
  /@smithy|@aws-sdk|\$response|hidden field|node_modules|node:internal|requestTimeout|socket hang up|\bE(?:CONN|HOST|NET|PIPE|AI_)\w*|\bHPE_\w+|openssl|ssl routines|Deserialization error|Parse Error:|^(?:Unknown|UnknownError|Error|\[object \w+\])$|\n\s+at /i

const EXPIRED = /Token expired: (\d{9,11}) >= (\d{9,11})/
const COMPACT_TIME = /\b(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/g

const MOST = 2_000

/**
 * A message as a person can read it: times as times, nothing of a library's inside, no secret that it quotes, and not
 * without end; empty when nothing is left.
 */
export function readableMessage(message: string): string {
  if (INNARDS.test(message.slice(0, MOST))) return ''
  const line = String(mask(message.slice(0, MOST * 10)))
    .replaceAll(/\s+/g, ' ')
    .trim()
  const more = message.length - MOST
  return (line.length > MOST ? `${line.slice(0, MOST)}… (${more.toLocaleString('en')} more characters)` : line)
    .replace(EXPIRED, (_, one: string, other: string) => `Token expired on ${moment(Math.min(+one, +other))}.`)
    .replaceAll(COMPACT_TIME, '$1-$2-$3 $4:$5:$6 UTC')
}

/** Seconds since 1970 as a time. The service names two, and the earlier one is the token's end. */
const moment = (seconds: number) => `${new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`
