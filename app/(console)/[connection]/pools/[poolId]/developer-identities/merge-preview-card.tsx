import { LoginNames } from '#components/developer-identities/login-names.tsx'
import { UserIdentifierList } from '#components/developer-identities/user-identifier-list.tsx'
import { WhoWillSee } from '#components/developer-identities/who-will-see.tsx'
import { Card } from '#components/ui/card.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { MonoId } from '#components/ui/mono-id.tsx'
import { MergePicture } from './merge-picture.tsx'
import type { MergeSide } from '#lib/developer-identities/developer-identity.ts'
import type { MergePreview } from '#lib/developer-identities/merge-preview.ts'

type MergePreviewCardProps = { preview: MergePreview; destination: MergeSide; source: MergeSide; providerName: string }

export function MergePreviewCard({ preview, destination, source, providerName }: MergePreviewCardProps) {
  const { survivorId, disabledId, logins, userIdentifiers } = preview
  return (
    <section aria-label="After the merge">
      <h3 className="mb-2 font-medium">After the merge</h3>
      <Card>
        <MergePicture preview={preview} destination={destination} source={source} providerName={providerName} />
        <p className="mb-3">
          <WhoWillSee
            users={source.userIdentifiers}
            logins={source.identity.logins.filter((login) => login !== providerName)}
            of={destination.userIdentifier}
          />
        </p>
        <DefinitionList
          items={[
            { term: 'Stays', detail: <MonoId value={survivorId} /> },
            { term: 'Its logins', detail: <LoginNames logins={logins} /> },
            { term: 'Users who lead to it', detail: <UserIdentifierList users={userIdentifiers} /> },
            { term: 'Will be disabled for good', detail: <MonoId value={disabledId} /> },
          ]}
        />
      </Card>
    </section>
  )
}
