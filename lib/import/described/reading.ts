import type { z } from 'zod'
import type { PrincipalTags } from '../../principal-tags/principal-tags.ts'
import { asEntries, asItems } from '../told/structures.ts'
import { isPart, mapOf, toPlain, type Answers, type ToldValue } from '../told/told.ts'
import { asksIn } from '../told/asks-in.ts'
import { workingOut } from '../told/work-out.ts'
import { askedThings } from './asked-things.ts'
import type { DescribedPool, Placed } from './described-pool.ts'
import { ANY, type Gap } from './gap.ts'
import { pairsOfTags, unitOf } from './unit.ts'
import { truth, inTerraform, text } from './unit-schemas.ts'
import { partlyKnown } from './partly-known.ts'
import { sayTold } from './say-told.ts'
import { unmasked } from './unmasked.ts'

/** One of several things of a kind, such as an app client or a tag, which may be left out. */
export type Entry = { place: string; says: string; isLeftOut: boolean }

export type DescriptionReading = ReturnType<typeof readingOf>

/** Reads the parts of a described pool; what cannot be read is noted and left out. */
export function readingOf(words: DescribedPool['words'], answers: Answers, leftOut: ReadonlySet<string>) {
  const notes: string[] = []
  const gaps: Gap[] = []
  const entries: Entry[] = []
  const asked = askedThings()
  let place = ''
  /** Whether one thing that is not known in a list may be many. */
  let isOpenEnded = false
  const work = workingOut({
    answers,
    onAsk: (one) => asked.meet(one, place),
  })
  const at = (where: string, told: ToldValue): ToldValue => {
    place = where
    const worked = work(told)
    isOpenEnded = isPart(worked) && worked.is === 'call'
    return work(unmasked(partlyKnown(worked), where))
  }
  const noteUntold = (where: string, told: ToldValue): void => {
    const all = asksIn(told)
    for (const { id } of all) asked.misses(id, where)
    const reasons = all.map(({ id, reason }) => (id === where ? `it ${reason}` : `${id} ${reason}`))
    notes.push(
      `${where} was left out, because ${reasons.length > 0 ? reasons.join(' and ') : 'it cannot be worked out here'}.`,
    )
  }
  const parse = <T>(where: string, value: unknown, schema: z.ZodType<T>): T | undefined => {
    const parsed = schema.safeParse(value)
    if (parsed.success) return parsed.data
    const path = (parsed.error.issues[0]?.path ?? []).map((name) =>
      words === 'terraform' && typeof name === 'string' ? inTerraform(name) : String(name),
    )
    notes.push(
      path.length === 0
        ? `${where} is not as a pool has it, so it was left out.`
        : `${where} was left out, because its ${path.join('.')} is missing or not as a pool has it.`,
    )
    return undefined
  }
  const inside = (where: string, key: string) => (words === 'terraform' ? `${where}["${key}"]` : `${where}.${key}`)
  /** A thing that is known whole, or a gap. */
  const known = <T>(where: string, told: ToldValue, schema: z.ZodType<T>, gap: () => void): T | undefined => {
    const value = toPlain(told)
    const read = value === undefined ? undefined : parse(where, value, schema)
    if (value === undefined) noteUntold(where, told)
    if (read === undefined) gap()
    return read
  }
  const entry = (where: string, told: ToldValue): boolean => {
    const isLeftOut = leftOut.has(where)
    entries.push({ place: where, says: sayTold(told), isLeftOut })
    return !isLeftOut
  }

  const one = <T>(field: Placed | undefined, schema: z.ZodType<T>, whole: () => void): T | undefined => {
    const told = field ? at(field.place, field.value) : null
    return field && told !== null ? known(field.place, told, schema, whole) : undefined
  }
  const each = (field: Placed | undefined, whole: () => void): [string, ToldValue][] => {
    const told = field ? at(field.place, field.value) : null
    if (!field || told === null) return []
    const items = asItems(told)
    if (items)
      return items.flatMap((item, index) =>
        item === null ? [] : [[`${field.place}[${index}]`, item] as [string, ToldValue]],
      )
    if (toPlain(told) === undefined) noteUntold(field.place, told)
    else notes.push(`${field.place} is not as a pool has it, so it was left out.`)
    whole()
    return []
  }
  const list = <T>(field: Placed | undefined, schema: z.ZodType<T>, prefix: string, whole: () => void): T[] => {
    const items = each(field, whole)
    const many = isOpenEnded ? ANY : 1
    return items.flatMap(([where, item]) => {
      if (!entry(where, item)) return []
      const { told, named } = unitOf(item)
      const read = known(where, told, schema, () => gaps.push({ prefix: `${prefix}${named}`, most: named ? 1 : many }))
      return read === undefined ? [] : [read]
    })
  }
  const map = <T>(
    field: Placed | undefined,
    schema: z.ZodType<T>,
    prefix: string | (() => void),
    whole?: () => void,
    prepare: (key: string, told: ToldValue) => ToldValue = (_, told) => told,
  ): Record<string, T> => {
    const told = field ? at(field.place, field.value) : null
    if (!field || told === null) return {}
    const pairs = pairsOfTags(told) ?? asEntries(told)
    const gapOf = (key: string) => () => typeof prefix === 'string' && gaps.push({ prefix: `${prefix}${key}`, most: 1 })
    if (!pairs) {
      known(field.place, toPlain(told) === undefined ? told : null, text, whole ?? (() => undefined))
      return {}
    }
    return Object.fromEntries(
      pairs.flatMap(([key, value]): [string, T][] => {
        if (isPart(key)) {
          noteUntold(`${field.place}[…]`, key)
          if (typeof prefix === 'string') gaps.push({ prefix, most: ANY })
          return []
        }
        const where = inside(field.place, String(key))
        if (value === null || !entry(where, value)) return []
        const prepared = prepare(String(key), value)
        if (prepared !== value) for (const { id } of asksIn(value)) asked.setAside(id)
        const read = known(where, prepared, schema, gapOf(String(key)))
        return read === undefined ? [] : [[String(key), read]]
      }),
    )
  }
  /** Role mappings: a list of them, or a map whose keys are their providers unless they say so themselves. */
  const units = <T>(field: Placed | undefined, schema: z.ZodType<T>, whole: () => void): T[] => {
    const told = field ? at(field.place, field.value) : null
    if (!field || told === null) return []
    const pairs = isPart(told) ? asEntries(told) : null
    const all: [string, ToldValue][] = pairs
      ? pairs.map(([key, value]) => {
          const unit = asEntries(value) ?? []
          const hasProvider = unitOf(value).provider !== undefined
          const named = hasProvider ? value : mapOf([...unit, ['IdentityProvider', key]])
          return [inside(field.place, isPart(key) ? '…' : String(key)), named]
        })
      : each(field, whole)
    return all.flatMap(([where, item]) => {
      if (!entry(where, item)) return []
      const { told: unit, provider } = unitOf(item)
      const name = typeof provider === 'string' ? provider : ''
      const read = known(where, unit, schema, () =>
        gaps.push(
          { prefix: `mapping ${name}`, most: 1 },
          { prefix: name === '' ? 'rule ' : `rule ${name} `, most: ANY },
        ),
      )
      return read === undefined ? [] : [read]
    })
  }
  const principalTags = (placed: Placed): PrincipalTags | null => {
    const { told, members } = unitOf(at(placed.place, placed.value))
    const { IdentityProviderName: name = null, UseDefaults: defaults = null, PrincipalTags: tags = null } = members
    if (!entry(placed.place, told)) return null
    const provider = known(placed.place, name, text, () =>
      gaps.push({ prefix: 'principal-tag ', most: ANY }, { prefix: 'principal-tags ', most: ANY }),
    )
    if (provider === undefined || provider === '') return null
    const prefix = `principal-tag ${provider} `
    const whole = () => gaps.push({ prefix, most: ANY }, { prefix: `principal-tags ${provider}`, most: ANY })
    const wordOf = (member: string) => `${placed.place}.${words === 'terraform' ? inTerraform(member) : member}`
    const useDefaults = one({ place: wordOf('UseDefaults'), value: defaults }, truth, whole) ?? false
    const own = map({ place: wordOf('PrincipalTags'), value: tags }, text, prefix, whole)
    return { provider, useDefaults, tags: useDefaults ? {} : own }
  }
  return { notes, gaps, entries, one, list, map, units, principalTags, questions: asked.questions }
}
