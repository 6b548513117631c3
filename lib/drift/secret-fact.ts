import 'server-only'
import type { Fact, FactChange } from '../facts/facts.ts'
import { keyedHash } from '../facts/keyed-hash.ts'
import { mask } from '../log/mask.ts'

const SECRET = 'secret '

/** Stands for a secret, which it does not tell. */
export const secretFact = (key: string, label: string, secret: string): Fact => ({
  key: `${SECRET}${key}`,
  label,
  value: keyedHash(secret),
})

/** Tags as facts of which those that look like secrets do not tell their values. */
export const guardTags = (tags: Record<string, string>, facts: readonly Fact[]): Fact[] => {
  const shown = mask(tags)
  const hidden = new Set(
    Object.entries(shown ?? {}).flatMap(([key, value]) => (value === tags[key] ? [] : [`tag ${key}`])),
  )
  return facts.map((fact) => (hidden.has(fact.key) ? secretFact(fact.key, fact.label, fact.value) : fact))
}

/** A change as it may be told. */
export const toldChange = ({ key, label, before, after }: FactChange): Omit<FactChange, 'key'> =>
  key.startsWith(SECRET)
    ? { label, before: before && 'A secret', after: after && (before === null ? 'A secret' : 'Another secret') }
    : { label, before, after }
