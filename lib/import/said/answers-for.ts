import type { Answers, Plain } from '../told/told.ts'

const lettersOf = (id: string): string =>
  id
    .replace(/^var\./, '')
    .replaceAll(/[^A-Za-z0-9]/g, '')
    .toLowerCase()

/** What files say of the things that are asked for, by their ids; a name in other letters is the same. */
export function answersFor(ids: readonly string[], said: Answers): Answers {
  const alike = new Map(Object.entries(said).map(([id, value]) => [lettersOf(id), value] as const))
  return Object.fromEntries(
    ids.flatMap((id): [string, Plain][] => {
      const value = (Object.hasOwn(said, id) ? said[id] : undefined) ?? memberIn(id, said) ?? alike.get(lettersOf(id))
      return value === undefined ? [] : [[id, value]]
    }),
  )
}

/** A member of something that files say, as `var.pool.name` is of `var.pool`. */
function memberIn(id: string, said: Answers): Plain | undefined {
  const at = Object.keys(said).find((name) => /^[.[]/.test(id.slice(name.length)) && id.startsWith(name))
  if (at === undefined) return undefined
  const steps = id.slice(at.length).match(/[^.[\]"]+/g) ?? []
  return steps.reduce<Plain | undefined>(
    (of, step) =>
      typeof of === 'object' && of !== null && Object.hasOwn(of, step) ? (Reflect.get(of, step) as Plain) : undefined,
    said[at],
  )
}

type Surroundings = { region: string; accountId: string | null }

const regions = /^(?:AWS::Region|data\.aws_region\.[\w-]+\.(?:name|region|id))$/
const accounts = /^(?:AWS::AccountId|data\.aws_caller_identity\.[\w-]+\.account_id)$/
const partitions = /^(?:AWS::Partition|data\.aws_partition\.[\w-]+\.partition)$/
const suffixes = /^(?:AWS::URLSuffix|data\.aws_partition\.[\w-]+\.dns_suffix)$/

/** Whether an answer needs the account's number. */
export const needsAccount = (id: string): boolean => accounts.test(id)

/** What the connection tells of the things that are asked for: its Region, its account and what follows from them. */
export function answersOfPlace(ids: readonly string[], { region, accountId }: Surroundings): Record<string, string> {
  const isChina = region.startsWith('cn-')
  const partition = isChina ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws'
  return Object.fromEntries(
    ids.flatMap((id): [string, string][] => {
      if (regions.test(id) && region !== '') return [[id, region]]
      if (accounts.test(id) && accountId !== null) return [[id, accountId]]
      if (partitions.test(id)) return [[id, partition]]
      return suffixes.test(id) ? [[id, isChina ? 'amazonaws.com.cn' : 'amazonaws.com']] : []
    }),
  )
}
