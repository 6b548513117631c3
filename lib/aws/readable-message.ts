import 'server-only'
import { withReadableTimes } from '../core/readable-times.ts'
import { mask } from '../log/mask.ts'
import { grouped } from '../core/grouped.ts'

/** What only the author of a library can use, or what says nothing at all. */
const INNARDS =
  /@smithy|@aws-sdk|\$response|hidden field|node_modules|node:internal|requestTimeout|socket hang up|\bE(?:CONN|HOST|NET|PIPE|AI_)\w*|\bHPE_\w+|openssl|ssl routines|Deserialization error|Parse Error:|^(?:Unknown|UnknownError|Error|\[object \w+\])$|\n\s+at /i

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
  return withReadableTimes(line.length > MOST ? `${line.slice(0, MOST)}… (${grouped(more)} more characters)` : line)
}
