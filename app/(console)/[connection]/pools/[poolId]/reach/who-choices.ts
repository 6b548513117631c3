import { isolated } from '#lib/core/isolated.ts'
import { loginLabel } from '#lib/login-providers/login-label.ts'
import type { AskedPerson, PersonReading } from '#lib/reach/asked-person.ts'
import { personOfRule, type WhoSettings } from '#lib/reach/persons.ts'
import type { ReachReport } from '#lib/reach/reach-report.ts'
import { mappingProviders } from '#lib/roles/mapping-providers.ts'
import { roleName } from '#lib/roles/role-name.ts'

/** Whom a question may be about; `claims` and `identity` ask for more. */
export type WhoChoice = { key: string; label: string } & (
  | { by: 'person'; reading: PersonReading }
  | { by: 'claims'; provider: string }
  | { by: 'identity' }
)

/** Everybody of whom can be asked: those of the table, each rule, an identity, and claims of a provider. */
export function whoChoices({ rows }: ReachReport, settings: WhoSettings | null): WhoChoice[] {
  const people = rows.flatMap(({ kind, who, arn }): WhoChoice[] =>
    arn === null || (kind === 'rule' && settings !== null)
      ? []
      : [
          {
            key: `row ${kind} ${who} ${arn}`,
            label: `${isolated(who)}: ${roleName(arn)}`,
            by: 'person',
            reading: { ok: true, person: personOfRow(kind, arn) },
          },
        ],
  )
  return [...people, ...(settings ? rulesOf(settings) : []), identity, ...(settings ? claimsOf(settings) : [])]
}

const identity: WhoChoice = { key: 'identity', label: 'One identity, by its ID', by: 'identity' }

const personOfRow = (kind: ReachReport['rows'][number]['kind'], role: string): AskedPerson => ({
  role,
  as: kind === 'guest' || kind === 'guest-basic' ? kind : 'user',
  identityId: null,
  providers: [],
  facts: {},
  why: '',
})

const rulesOf = (settings: WhoSettings): WhoChoice[] =>
  settings.roles.mappings.flatMap(({ provider, rules }) =>
    rules.map((rule, index) => ({
      key: `rule ${provider} ${index}`,
      label: `${isolated(loginLabel(provider))}, rule ${index + 1}: ${roleName(rule.roleArn)}`,
      by: 'person',
      reading: personOfRule(settings, provider, rule),
    })),
  )

const claimsOf = ({ pool }: WhoSettings): WhoChoice[] =>
  mappingProviders(pool).map((provider) => ({
    key: `claims ${provider}`,
    label: `Claims or a token of ${isolated(loginLabel(provider))}`,
    by: 'claims',
    provider,
  }))
