import { DefinitionList } from '#components/ui/definition-list.tsx'
import { loginLabel } from '#lib/login-providers/login-label.ts'
import type { PoolRoles, RoleMapping } from '#lib/roles/pool-roles.ts'
import { ForeignText } from '#components/ui/foreign-text.tsx'

/** Which role each kind of user gets. */
export function PoolRolesSummary({ roles, guestsAllowed }: { roles: PoolRoles; guestsAllowed: boolean }) {
  return (
    <DefinitionList
      items={[
        {
          term: 'Authenticated role',
          detail: <Role arn={roles.authenticated} missing="Not set: users who signed in get no credentials." />,
        },
        {
          term: 'Guest role',
          detail: (
            <Role
              arn={roles.unauthenticated}
              missing={guestsAllowed ? 'Not set: guests get no credentials.' : 'Not set.'}
            />
          ),
        },
        ...roles.mappings.map((mapping) => ({
          term: loginLabel(mapping.provider),
          detail: <Mapping mapping={mapping} />,
        })),
      ]}
    />
  )
}

function Role({ arn, missing }: { arn: string | null; missing: string }) {
  return arn ? <span className="font-mono text-xs break-all">{arn}</span> : <span className="text-soft">{missing}</span>
}

const otherwise: Record<'AuthenticatedRole' | 'Deny', string> = {
  AuthenticatedRole: 'otherwise the authenticated role',
  Deny: 'otherwise denied',
}

function Mapping({ mapping: { type, ambiguous, rules } }: { mapping: RoleMapping }) {
  const rest = ambiguous ? `; ${otherwise[ambiguous]}` : ''
  if (type === 'Token') return <span>{`Role from the token${rest}`}</span>
  return (
    <>
      <span className="block">{`${rules.length === 1 ? '1 rule' : `${rules.length} rules`} in order${rest}`}</span>
      <ol className="mt-1 space-y-1 text-xs text-soft">
        {rules.map(({ claim, match, value, roleArn }) => (
          <li key={JSON.stringify([claim, match, value, roleArn])} className="break-all">
            <span className="font-mono">
              <ForeignText text={claim} />
            </span>{' '}
            {match}{' '}
            <span className="font-mono">
              <ForeignText text={value} />
            </span>{' '}
            → <span className="font-mono">{roleArn}</span>
          </li>
        ))}
      </ol>
    </>
  )
}
