'use client'

import { failureOf } from '#components/reading.ts'
import { errorShape } from '#lib/core/errors.ts'
import { useRoleChoices } from '#components/pool-roles/role-choices.tsx'

/** Says where roles cannot be chosen from IAM, and why. */
export function IamNote() {
  const { iam } = useRoleChoices()
  if (!iam) return 'IAM is not read on this connection: roles are typed, and those in use here are suggested.'
  const failure = iam.data ? null : failureOf(iam)
  if (!failure) return null
  return `IAM could not be read, so roles’ trust policies are not checked. ${errorShape(failure).message}`
}
