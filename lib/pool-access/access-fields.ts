import type { z } from 'zod'
import { rebaseList, rebaseValue, type PickSide } from '../facts/rebase.ts'
import type { PoolSettings, SettingKey } from '../pools/pool-settings.ts'
import type { accessRules } from './access-rules.ts'
import { clientOf } from './client-of.ts'

/** The settings of which each has a field of its own in a form: tags are not in it, and Twitter's login is apart. */
type FieldKey = Exclude<SettingKey, 'tags' | 'loginProviders'>

type FormValues = { [K in FieldKey]: z.infer<(typeof accessRules)[K]> }

type AccessField<V, F> = {
  open: (value: V) => F
  close: (held: F) => V
  /** The operator's change put on top of what the pool has become. */
  rebase: (base: F, mine: F, theirs: F, pick: PickSide, unit: string) => F
}

const asItIs = { open: <T>(value: T) => value, close: <T>(held: T) => held, rebase: rebaseValue }

const arns: AccessField<string[], { arn: string }[]> = {
  open: (all) => all.map((arn) => ({ arn })),
  close: (rows) => rows.map(({ arn }) => arn.trim()),
  rebase: (base, mine, theirs, pick, unit) => rebaseList(base, mine, theirs, ({ arn }) => arn, { pick, unit }),
}

/** How a form holds each setting. */
const accessFields: { [K in FieldKey]: AccessField<PoolSettings[K], FormValues[K]> } = {
  name: asItIs,
  allowUnauthenticated: asItIs,
  classicFlow: asItIs,
  userPools: {
    ...asItIs,
    close: (rows) => rows.map((row) => ({ ...row, clientId: row.clientId.trim() })),
    rebase: (base, mine, theirs, pick, unit) => rebaseList(base, mine, theirs, clientOf, { pick, unit }),
  },
  oidcProviderArns: arns,
  samlProviderArns: arns,
  developerProviderName: {
    open: (name) => name ?? '',
    close: (name) => name || null,
    rebase: (_, mine, theirs) => theirs || mine,
  },
}

const eachField = <R extends Record<FieldKey, unknown>>(make: <K extends FieldKey>(key: K) => R[K]): R =>
  Object.fromEntries((Object.keys(accessFields) as FieldKey[]).map((key) => [key, make(key)])) as R

export const openFields = (pool: PoolSettings): FormValues =>
  eachField<FormValues>((key) => accessFields[key].open(pool[key]))

export const closeFields = (form: FormValues): Pick<PoolSettings, FieldKey> =>
  eachField<Pick<PoolSettings, FieldKey>>((key) => accessFields[key].close(form[key]))

export const rebaseFields = (base: FormValues, mine: FormValues, theirs: FormValues, pick: PickSide): FormValues =>
  eachField<FormValues>((key) => accessFields[key].rebase(base[key], mine[key], theirs[key], pick, key))
