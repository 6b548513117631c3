'use client'

import { useWatch } from 'react-hook-form'
import { EXAMPLE_USER_POOL, userPoolName } from '#lib/login-providers/user-pool-name.ts'
import type { AccessSettings } from '#lib/pool-access/schema.ts'
import { TextSetting } from './text-setting.tsx'

/** A user pool by its id, ARN or issuer URL, with the provider name that will be saved. */
export function UserPoolNameField({ index }: { index: number }) {
  const name = `userPools.${index}.providerName` as const
  const typed = useWatch<AccessSettings, typeof name>({ name })
  const read = userPoolName(typed ?? '')
  return (
    <TextSetting
      name={name}
      label="User pool"
      hint={
        <span className="wrap-anywhere">
          {read.ok
            ? `Its provider name: ${read.name}`
            : `Its ID, such as ${EXAMPLE_USER_POOL}, its ARN or its issuer URL.`}
        </span>
      }
      mono
    />
  )
}
