import { Shown } from '#components/ui/shown.tsx'
import { Badge } from '#components/ui/badge.tsx'
import type { RoleOutcome } from '#lib/roles/evaluate-role-mapping.ts'
import type { LoginRole } from '#lib/roles/identity-roles.ts'

/** The role by one login; every one that is possible where a token's claims decide. */
export function LoginRoleItem({ loginRole, named }: { loginRole: LoginRole; named: boolean }) {
  const { label, possible, outcome } = loginRole
  return (
    <li className="space-y-1.5 py-2.5 first:pt-0 last:pb-0">
      {named && (
        <p className="font-medium wrap-anywhere">
          <Shown>{label}</Shown>
        </p>
      )}
      {possible.length > 0 && (
        <>
          <p>It depends on the claims of the token. Possible, the first that fits:</p>
          <ol className="list-decimal space-y-1 pl-5">
            {possible.map(({ roleArn, when }) => (
              <li key={when} className="text-soft">
                <span className="wrap-anywhere">
                  <Shown>{when}</Shown>
                </span>
                {roleArn !== null && <span className="block font-mono text-xs wrap-anywhere text-ink">{roleArn}</span>}
              </li>
            ))}
          </ol>
          <p>If none fits:</p>
        </>
      )}
      <Outcome outcome={outcome} />
    </li>
  )
}

function Outcome({ outcome }: { outcome: RoleOutcome }) {
  return (
    <>
      {outcome.granted ? (
        <p className="font-mono text-xs wrap-anywhere">
          <Shown>{outcome.roleArn}</Shown>
        </p>
      ) : (
        <p className="flex flex-wrap items-center gap-2">
          <Badge tone="danger">Denied</Badge>
          <span className="min-w-0 wrap-anywhere">
            <Shown>{`${outcome.name}: ${outcome.message}`}</Shown>
          </span>
        </p>
      )}
      <p className="wrap-anywhere text-soft">
        <Shown>{outcome.why}</Shown>
      </p>
    </>
  )
}
