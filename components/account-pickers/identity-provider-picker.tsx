'use client'

import { useQuery } from '@tanstack/react-query'
import { identityProvidersOf, type AccountPlace } from '#lib/account-providers/queries.ts'
import { Dialog } from '../ui/dialog.tsx'
import { PickList } from './pick-list.tsx'

type IdentityProviderPickerProps = {
  place: AccountPlace
  of: 'oidc' | 'saml'
  /** As titles have it: "OpenID Connect". */
  kind: string
  onChoose: (arn: string) => void
  onClose: () => void
}

/** One of IAM's identity providers. */
export default function IdentityProviderPicker({ place, of, kind, onChoose, onClose }: IdentityProviderPickerProps) {
  const query = useQuery({
    ...identityProvidersOf(place),
    select: (all) => all[of].map((arn) => ({ id: arn, name: arn.replace(/^.*:[\w-]+\//, '') })),
  })
  return (
    <Dialog
      title={`Choose ${kind === 'SAML' ? 'a SAML' : 'an OpenID Connect'} provider`}
      description="Identity providers of this account’s IAM."
      size="lg"
      onOpenChange={(open) => !open && onClose()}
    >
      <PickList
        label={`${kind} providers`}
        none={`IAM has no ${kind} provider.`}
        query={query}
        onChoose={({ id }) => onChoose(id)}
      />
    </Dialog>
  )
}
