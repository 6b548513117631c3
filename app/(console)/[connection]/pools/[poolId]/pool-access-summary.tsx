import type { ReactNode } from 'react'
import { Badge } from '#components/ui/badge.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { loginLabel } from '#lib/login-providers/login-label.ts'
import type { Pool } from '#lib/pools/pool.ts'
import { ForeignText } from '#components/ui/foreign-text.tsx'

const flows: Record<Pool['classicFlow'], { label: string; meaning: string; warns: boolean }> = {
  off: { label: 'Off', meaning: 'Apps use the enhanced flow; the pool chooses the role.', warns: false },
  on: { label: 'On', meaning: 'An app may take any role whose trust policy accepts this pool.', warns: true },
  unset: { label: 'Not set', meaning: 'Not set is not off: the service still answers the basic flow.', warns: true },
}

/** What the pool allows and who can sign in. */
export function PoolAccessSummary({ pool }: { pool: Pool }) {
  const flow = flows[pool.classicFlow]
  const social = Object.entries(pool.loginProviders)
  return (
    <DefinitionList
      items={[
        {
          term: 'Guest access',
          detail: pool.allowUnauthenticated ? (
            <Fact badge={<Badge tone="warning">On</Badge>}>
              Anyone gets an identity and the guest role’s credentials.
            </Fact>
          ) : (
            <Fact badge={<Badge>Off</Badge>}>Only users who signed in get an identity.</Fact>
          ),
        },
        {
          term: 'Basic (classic) flow',
          detail: (
            <Fact badge={<Badge tone={flow.warns ? 'warning' : 'neutral'}>{flow.label}</Badge>}>{flow.meaning}</Fact>
          ),
        },
        {
          term: 'User pools',
          detail: (
            <Lines
              lines={pool.userPools.map(({ providerName, clientId, serverSideTokenCheck }) => ({
                key: `${providerName}:${clientId}`,
                title: loginLabel(providerName),
                text: `App client ${clientId}, ${serverSideTokenCheck ? 'tokens checked by the server' : 'no server-side token check'}`,
              }))}
            />
          ),
        },
        {
          term: 'Social logins',
          detail: (
            <Lines lines={social.map(([name, value]) => ({ key: name, title: loginLabel(name), text: value }))} />
          ),
        },
        {
          term: 'OpenID Connect',
          detail: (
            <Lines lines={pool.oidcProviderArns.map((arn) => ({ key: arn, title: loginLabel(arn), text: arn }))} />
          ),
        },
        {
          term: 'SAML',
          detail: (
            <Lines lines={pool.samlProviderArns.map((arn) => ({ key: arn, title: loginLabel(arn), text: arn }))} />
          ),
        },
        { term: 'Developer provider', detail: pool.developerProviderName ?? <None /> },
      ]}
    />
  )
}

function Fact({ badge, children }: { badge: ReactNode; children: string }) {
  return (
    <span className="flex flex-wrap items-start gap-x-2 gap-y-1">
      {badge}
      <span className="text-soft">{children}</span>
    </span>
  )
}

function Lines({ lines }: { lines: { key: string; title: string; text: string }[] }) {
  if (lines.length === 0) return <None />
  return (
    <ul className="space-y-1">
      {lines.map(({ key, title, text }) => (
        <li key={key}>
          <span className="block">
            <ForeignText text={title} />
          </span>
          <span className="block text-xs wrap-anywhere text-soft">
            <ForeignText text={text} />
          </span>
        </li>
      ))}
    </ul>
  )
}

const None = () => <span className="text-faint">None</span>
