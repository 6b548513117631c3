'use client'

import { ForeignText } from '../ui/foreign-text.tsx'
import { useState } from 'react'
import { Loaded } from '../loaded.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextInput } from '../ui/text-input.tsx'
import type { IamRole } from '#lib/iam-roles/iam-role.ts'
import type { TrustUse } from '#lib/iam-roles/trust-finding.ts'
import { useRoleChoices } from './role-choices.tsx'
import { TrustLines } from './role-trust.tsx'
import { compareNames } from '#lib/core/compare-names.ts'

type RolePickerProps = {
  label: string
  users: TrustUse['users']
  onChoose: (arn: string) => void
  onClose: () => void
}

const SHOWN = 100

/** The account's roles that trust Amazon Cognito, those that fit this pool first. */
export default function RolePicker({ label, users, onChoose, onClose }: RolePickerProps) {
  const { iam } = useRoleChoices()
  if (!iam) return null
  return (
    <Dialog
      title={`Choose ${label.toLowerCase()}`}
      description={`Roles that trust Amazon Cognito. ${iam.data?.others.length ?? 0} others of this account do not and are left out.`}
      size="lg"
      onOpenChange={(open) => !open && onClose()}
    >
      <Loaded query={iam} title="The roles of IAM could not be read" skeleton="h-40" bare>
        {({ roles }) => <RoleList roles={roles} users={users} onChoose={onChoose} />}
      </Loaded>
    </Dialog>
  )
}

type RoleListProps = Pick<RolePickerProps, 'users' | 'onChoose'> & { roles: readonly IamRole[] }

function RoleList({ roles, users, onChoose }: RoleListProps) {
  const [text, setText] = useState('')
  const needle = text.trim().toLowerCase()
  const found = roles
    .filter(({ arn }) => arn.toLowerCase().includes(needle))
    .toSorted((a, b) => weight(a, users) - weight(b, users) || compareNames(a.name, b.name))
  return (
    <div className="space-y-3">
      <TextInput
        aria-label="Find a role"
        placeholder="Find a role"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {found.length === 0 && <p className="text-soft">No role fits.</p>}
      <ul aria-label="Roles" className="divide-y divide-line rounded-lg border border-line empty:hidden">
        {found.slice(0, SHOWN).map((role) => (
          <li key={role.arn}>
            <button
              type="button"
              className="block w-full px-3 py-2 text-left -outline-offset-2 hover:bg-hover"
              onClick={() => onChoose(role.arn)}
            >
              <span className="block font-medium wrap-anywhere">
                <ForeignText text={role.name} />
              </span>
              <span className="block font-mono text-xs wrap-anywhere text-soft">{role.arn}</span>
              <span className="block text-xs">
                <TrustLines findings={role[users]} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      {found.length > SHOWN && <p className="text-soft">{`${found.length - SHOWN} more: type a part of the name.`}</p>}
    </div>
  )
}

const order = { blocks: 4, warns: 2, notes: 1 }

const weight = (role: IamRole, users: TrustUse['users']): number =>
  Math.max(0, ...role[users].map(({ severity }) => order[severity]))
