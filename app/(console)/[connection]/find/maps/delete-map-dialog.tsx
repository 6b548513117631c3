'use client'

import { useQueryClient } from '@tanstack/react-query'
import { ConfirmDialog } from '#components/save/confirm-dialog.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { ForeignText } from '#components/ui/foreign-text.tsx'
import { useOperation } from '#components/use-operation.ts'
import { grouped } from '#lib/core/grouped.ts'
import { isolated } from '#lib/core/isolated.ts'
import type { IdentityMap } from '#lib/identity-map/identity-map.ts'
import { identityMapKeys, mapDeletion } from '#lib/identity-map/queries.ts'

type DeleteMapDialogProps = { connectionId: string; map: IdentityMap; onClose: () => void }

/** The last look before a map is deleted. */
export default function DeleteMapDialog({ connectionId, map, onClose }: DeleteMapDialogProps) {
  const client = useQueryClient()
  const { run, ...act } = useOperation(mapDeletion)
  const look = () => void client.invalidateQueries({ queryKey: identityMapKeys.connection(connectionId) })
  const onSuccess = () => {
    look()
    onClose()
  }
  return (
    <ConfirmDialog
      title={`Delete map ${isolated(map.name)}`}
      description="Nobody is found by it any more. The identities stay as they are."
      act={act}
      confirmLabel="Delete map"
      failed="The map was not deleted"
      unknown="Nobody knows whether the map was deleted"
      onConfirm={() => run({ connectionId, mapId: map.mapId }, { onSuccess })}
      onLook={look}
      onClose={onClose}
    >
      <DefinitionList
        items={[
          { term: 'Entries', detail: grouped(map.entries) },
          { term: 'Imported by', detail: <ForeignText text={map.importedBy} /> },
        ]}
      />
    </ConfirmDialog>
  )
}
