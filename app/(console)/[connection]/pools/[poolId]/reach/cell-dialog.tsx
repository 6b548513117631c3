'use client'

import { useDeferredValue } from 'react'
import { Dialog } from '#components/ui/dialog.tsx'
import { levelWords, widths, widthWords } from '#lib/reach/access-level.ts'
import type { ReachRow } from '#lib/reach/reach-of.ts'
import type { ReachCell } from '#lib/reach/reach-of-role.ts'
import type { RolePolicies } from '#lib/reach/role-policies.ts'
import { MarkedPolicy } from './marked-policy.tsx'
import { serviceName } from './service-name.ts'

type CellDialogProps = {
  row: ReachRow
  cell: ReachCell
  policies: readonly RolePolicies[]
  onClose: () => void
}

/** The actions that somebody reaches of a service, and the statements that say so, marked in their policies. */
export function CellDialog({ row, cell, policies, onClose }: CellDialogProps) {
  const read = policies.find(({ arn }) => arn === row.arn)
  const value = read?.known ? read.value : null
  const documents = [
    ...(value?.policies ?? []).map((policy, index) => ({ policy, layer: 'identity', index })),
    ...(value?.boundary ? [{ policy: value.boundary, layer: 'boundary', index: 0 }] : []),
  ]
  // The dialog comes first: long lists and policies take longer than a press may.
  const isOpen = useDeferredValue(true, false)
  return (
    <Dialog
      title={`${serviceName(cell.service)}: ${row.who}`}
      description="At most this, by the marked statements."
      size="xl"
      onOpenChange={(open) => open || onClose()}
    >
      {isOpen && (
        <div className="space-y-5">
          <dl className="space-y-1.5">
            {[...Map.groupBy(cell.actions, ({ level, width }) => `${level} ${width}`)].map(([key, actions]) => (
              <div key={key} className="flex flex-wrap gap-x-3">
                <dt className="w-56 shrink-0 font-medium">{headOf(actions[0])}</dt>
                <dd className="min-w-0 flex-1 basis-64 font-mono text-xs leading-5 wrap-anywhere">
                  {actions.map(({ action, certain }) => (certain ? action : `${action}*`)).join(', ')}
                </dd>
              </div>
            ))}
          </dl>
          {cell.actions.some(({ certain }) => !certain) && (
            <p className="text-xs text-soft">* only where a condition holds that depends on the request.</p>
          )}
          {documents.map(({ policy, layer, index }) => {
            const places = cell.by.filter((at) => at.layer === layer && at.policy === index).map(({ place }) => place)
            if (places.length === 0) return null
            return <MarkedPolicy key={`${layer} ${policy.name}`} policy={policy} layer={layer} places={places} />
          })}
        </div>
      )}
    </Dialog>
  )
}

const headOf = (action: ReachCell['actions'][number] | undefined): string =>
  action ? `${levelWords[action.level]}, ${widthWords[widths.find((width) => width === action.width) ?? 'all']}` : ''
