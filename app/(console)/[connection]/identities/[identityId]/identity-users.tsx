'use client'

import { Plus } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { CopyAsCli } from '#components/copy-as-cli.tsx'
import { Loaded } from '#components/loaded.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { Section } from '#components/ui/section.tsx'
import { useDenial } from '#components/use-denial.ts'
import { toLookupCommand } from '#lib/code/identity-commands.ts'
import type { Identity } from '#lib/identities/identity.ts'
import { isLastUser } from '#lib/identities/last-login.ts'
import type { IdentityRef, PoolRef } from '#lib/core/refs.ts'
import type { IdentityOnPage } from './use-identity.ts'
import { UserList } from './user-list.tsx'

const UnlinkUserDialog = dynamic(() => import('./unlink-user-dialog.tsx'), { ssr: false })
const LinkUserDialog = dynamic(() => import('./link-user-dialog.tsx'), { ssr: false })

type IdentityUsersProps = {
  identity: Identity
  target: IdentityRef
  pool: PoolRef | null
  page: IdentityOnPage
  onChanged: (kind: 'unlinked' | 'linked' | 'unsure') => void
}

/** Everyone of the pool's developer provider who leads to an identity. Only the pool can be asked for them. */
export function IdentityUsers({ identity, target, pool, page, onChanged }: IdentityUsersProps) {
  const { poolDetail, provider, users } = page
  const { identityId } = target
  const [unlinking, setUnlinking] = useState<string | null>(null)
  const [linking, setLinking] = useState(false)
  const deniedLink = useDenial(target.connectionId, 'identities:link')
  const deniedUnlink = useDenial(target.connectionId, 'identities:unlink')
  const list = users.data?.userIdentifiers ?? []

  return (
    <Section
      title="Developer user identifiers"
      actions={
        provider !== null &&
        identity.state !== 'disabled' && (
          <Button size="sm" icon={<Plus />} denied={deniedLink} onClick={() => setLinking(true)}>
            Link identifier
          </Button>
        )
      }
    >
      {pool === null ? (
        <None>Only the identity’s pool can be asked for them, and it is not known: choose it under State.</None>
      ) : (
        <Loaded query={poolDetail} title="The pool could not be read" skeleton="h-24">
          {({ developerProviderName }) =>
            developerProviderName === null ? (
              <None>The pool has no developer provider, so there are none.</None>
            ) : (
              <Loaded
                query={users}
                title="The identifiers could not be read"
                skeleton="h-24"
                gone={
                  <None>
                    This pool does not know the identity: it was deleted, or belongs to another pool, which can be
                    chosen under State.
                  </None>
                }
              >
                {({ userIdentifiers }) => (
                  <Card>
                    <UserList
                      users={userIdentifiers}
                      provider={developerProviderName}
                      denied={deniedUnlink}
                      onUnlink={setUnlinking}
                    />
                    <div className="mt-3">
                      <CopyAsCli command={() => toLookupCommand(pool.poolId, identityId)} />
                    </div>
                  </Card>
                )}
              </Loaded>
            )
          }
        </Loaded>
      )}
      {pool && provider !== null && unlinking !== null && (
        <UnlinkUserDialog
          input={{ pool, identity: target, providerName: provider, userIdentifier: unlinking }}
          disables={isLastUser(identity, list, provider, unlinking)}
          onChanged={onChanged}
          onClose={() => setUnlinking(null)}
        />
      )}
      {pool && provider !== null && linking && (
        <LinkUserDialog
          identity={identity}
          input={{ pool, identity: target, providerName: provider }}
          onChanged={() => onChanged('linked')}
          onClose={() => setLinking(false)}
        />
      )}
    </Section>
  )
}

function None({ children }: { children: string }) {
  return (
    <Card>
      <p className="text-soft">{children}</p>
    </Card>
  )
}
