import { z } from 'zod'
import { rebaseList, rebaseValue } from '../facts/rebase.ts'
import { distinctRows } from '../pools/distinct-rows.ts'
import { settingRules, type PoolSettings, type SettingKey } from '../pools/pool-settings.ts'
import { unlessEmpty } from './unless-empty.ts'

/** The settings of which each has a field of its own in a form: tags are not in it, and Twitter's login is apart. */
type FieldKey = Exclude<SettingKey, 'tags' | 'loginProviders'>

const arnList = (arn: z.ZodString) =>
  z.array(z.object({ arn })).superRefine(distinctRows('arn', (row) => row.arn, 'This provider is listed already.'))

type UserPool = PoolSettings['userPools'][number]
const clientOf = ({ providerName, clientId }: UserPool): string => `${providerName} ${clientId}`

/** What a form takes for each setting. */
export const formRules = {
  name: settingRules.name,
  allowUnauthenticated: settingRules.allowUnauthenticated,
  classicFlow: settingRules.classicFlow,
  userPools: settingRules.userPools.superRefine(
    distinctRows('clientId', clientOf, 'This app client is listed already.'),
  ),
  oidcProviderArns: arnList(settingRules.oidcProviderArns.element),
  samlProviderArns: arnList(settingRules.samlProviderArns.element),
  developerProviderName: unlessEmpty(settingRules.developerProviderName),
} satisfies Record<FieldKey, z.ZodType>

type FormValues = { [K in FieldKey]: z.infer<(typeof formRules)[K]> }

type AccessField<V, F> = {
  open: (value: V) => F
  close: (held: F) => V
  /** The operator's change put on top of what the pool has become. */
  rebase: (base: F, mine: F, theirs: F) => F
}

const asItIs = { open: <T>(value: T) => value, close: <T>(held: T) => held, rebase: rebaseValue }

const arns: AccessField<string[], { arn: string }[]> = {
  open: (all) => all.map((arn) => ({ arn })),
  close: (rows) => rows.map(({ arn }) => arn),
  rebase: (base, mine, theirs) => rebaseList(base, mine, theirs, ({ arn }) => arn),
}

/** How a form holds each setting. */
const accessFields: { [K in FieldKey]: AccessField<PoolSettings[K], FormValues[K]> } = {
  name: asItIs,
  allowUnauthenticated: asItIs,
  classicFlow: asItIs,
  userPools: { ...asItIs, rebase: (base, mine, theirs) => rebaseList(base, mine, theirs, clientOf) },
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

export const rebaseFields = (base: FormValues, mine: FormValues, theirs: FormValues): FormValues =>
  eachField<FormValues>((key) => accessFields[key].rebase(base[key], mine[key], theirs[key]))
