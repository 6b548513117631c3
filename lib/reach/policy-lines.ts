import { isRecord, list, parsed } from '../policies/policy.ts'

/** A line of a policy's text; `statement`: the place of the statement that it belongs to, from 0. */
export type PolicyLine = { text: string; statement: number | null }

/** A policy as lines to read, each with its statement; a document that is no JSON as it is. */
export function policyLines(document: string): PolicyLine[] {
  const policy = parsed(document)
  if (!isRecord(policy)) return document.split('\n').map((text) => ({ text, statement: null }))
  const { Statement: statements, ...head } = policy
  const lines = (value: unknown, indent: number, statement: number | null): PolicyLine[] =>
    JSON.stringify(value, null, 2)
      .split('\n')
      .map((text) => ({ text: `${' '.repeat(indent)}${text}`, statement }))
  const heads = Object.entries(head).map(([name, value]) => ({
    text: `  ${JSON.stringify(name)}: ${JSON.stringify(value)},`,
    statement: null,
  }))
  const all = list(statements)
  const told = all.flatMap((one, place) => {
    const own = lines(one, 4, place)
    const last = own.at(-1)
    if (last && place < all.length - 1) last.text += ','
    return own
  })
  const [open, close] = ['  "Statement": [', '  ]'].map((text) => ({ text, statement: null }))
  return [
    { text: '{', statement: null },
    ...heads,
    ...(open ? [open] : []),
    ...told,
    ...(close ? [close] : []),
    { text: '}', statement: null },
  ]
}
