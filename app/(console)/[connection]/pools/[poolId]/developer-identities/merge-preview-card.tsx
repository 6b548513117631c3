import { LoginNames } from '#components/developer-identities/login-names.tsx'
import { Card } from '#components/ui/card.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { MonoId } from '#components/ui/mono-id.tsx'
import type { MergePreview } from '#lib/developer-identities/merge-preview.ts'

export function MergePreviewCard({ preview }: { preview: MergePreview }) {
  const { survivorId, disabledId, logins, userIdentifiers } = preview
  return (
    <section aria-label="After the merge">
      <h3 className="mb-2 font-medium">After the merge</h3>
      <Card>
        <DefinitionList
          items={[
            { term: 'Stays', detail: <MonoId value={survivorId} /> },
            { term: 'Its logins', detail: <LoginNames logins={logins} /> },
            {
              term: 'Users who lead to it',
              detail: <span className="font-mono text-xs break-all">{userIdentifiers.join(', ')}</span>,
            },
            { term: 'Is disabled for good', detail: <MonoId value={disabledId} /> },
          ]}
        />
      </Card>
    </section>
  )
}
