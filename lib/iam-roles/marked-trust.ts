import { judgeTrust } from './judge-trust.ts'
import type { TrustCode, TrustFinding, TrustUse } from './trust-finding.ts'

/** A line of a trust policy; `wrong` are the findings that it is the place of. */
export type MarkedLine = { text: string; wrong: TrustFinding[] }

/** Where in a policy a finding is seen, the likeliest place first. */
const places: Record<TrustCode, readonly RegExp[]> = {
  unreadable: [/./],
  principal: [/"(?:Not)?Principal"/],
  action: [/"sts:/i, /"(?:Not)?Action"/],
  key: [],
  pool: [/:aud"/i, /"Condition"/],
  users: [/:amr"/i, /"Condition"/],
  provider: [/:amr"/i],
  'any-pool': [/:aud"/i, /"Condition"/],
  guests: [/:amr"/i, /"Condition"/],
  'any-users': [/:amr"/i, /"Condition"/],
  'some-providers': [/:amr"/i],
  'one-identity': [/:sub"/i],
  'tag-session': [/"sts:AssumeRoleWithWebIdentity"/i, /"(?:Not)?Action"/],
  'void-key': [],
}

/** A trust policy line by line, each with what is wrong in it for one use; what is missing stands where it belongs. */
export function markedTrust(document: string, use: TrustUse): MarkedLine[] {
  const lines = laidOut(document).split('\n')
  const marked = lines.map((text): MarkedLine => ({ text, wrong: [] }))
  for (const finding of judgeTrust(document, use))
    for (const at of linesOf(finding, lines)) marked[at]?.wrong.push(finding)
  return marked
}

function linesOf({ code, message }: TrustFinding, lines: readonly string[]): number[] {
  const where = (test: (line: string) => boolean) => lines.flatMap((line, at) => (test(line) ? [at] : []))
  if (code === 'key' || code === 'void-key') {
    const named = where((line) => keyOf(line) !== null && message.includes(` ${keyOf(line)} `))
    return named.length > 0 ? named : where((line) => /"Condition"/.test(line))
  }
  for (const place of places[code]) {
    const found = where((line) => place.test(line))
    if (found.length > 0) return found
  }
  return where((line) => /"Effect"/.test(line)).slice(0, 1)
}

const keyOf = (line: string): string | null => /^\s*"([^"]+)":/.exec(line)?.[1] ?? null

function laidOut(document: string): string {
  try {
    return JSON.stringify(JSON.parse(document.startsWith('%') ? decodeURIComponent(document) : document), null, 2)
  } catch {
    return document
  }
}
