import { userPoolName } from '../../login-providers/user-pool-name.ts'
import type { Answers, Plain } from '../told/told.ts'

const TERRAFORM = /^((?:module\.[\w-]+\.)*aws_cognito_user_pool\..+)\.endpoint$/
const TEMPLATE = /^(\w+)\.ProviderName$/

/** What asks for the id of the user pool whose name as a provider something asks for; null for anything else. */
export function idBeside(asked: string): string | null {
  const address = TERRAFORM.exec(asked)?.[1]
  return address === undefined ? (TEMPLATE.exec(asked)?.[1] ?? null) : `${address}.id`
}

const nameBeside = (asked: string): string | null => {
  if (/^\w+$/.test(asked)) return `${asked}.ProviderName`
  return /^(?:module\.[\w-]+\.)*aws_cognito_user_pool\..+\.id$/.test(asked) ? asked.replace(/id$/, 'endpoint') : null
}

/** The same answers with what they say of user pools besides: an id tells the provider's name, and the name the id. */
export function withUserPools(answers: Answers): Answers {
  const told: Record<string, Plain> = {}
  const ids: Record<string, Plain> = {}
  for (const [asked, value] of Object.entries(answers)) {
    const read = typeof value === 'string' ? userPoolName(value) : null
    if (!read?.ok) continue
    const [name, id] = [nameBeside(asked), idBeside(asked)]
    if (name !== null) told[name] = read.name
    if (id !== null) ids[id] = read.name.slice(read.name.indexOf('/') + 1)
  }
  return { ...ids, ...answers, ...told }
}
