'use client'

import { useFormContext } from 'react-hook-form'
import type { AccessSettings } from '#lib/pool-access/schema.ts'
import { FindingPlace } from '../finding-place/finding-place.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'

const flows = [
  {
    value: 'off',
    label: 'Off',
    hint: 'Apps use the enhanced flow: the pool chooses the role, and guests are held to a fixed list of services.',
  },
  {
    value: 'on',
    label: 'On',
    hint: 'An app may take any role whose trust policy accepts this pool, guests included, without the enhanced flow’s limits.',
  },
  {
    value: 'unset',
    label: 'Not set',
    hint: 'As in pools that never chose. Not set is not off: the service still answers the basic flow. It may also keep what was set before; the save tells.',
  },
]

/** Who gets in without signing in, and which flow apps may use. */
export function GuestAndFlowFields() {
  const { register, getValues } = useFormContext<AccessSettings>()
  return (
    <>
      <FindingPlace at="allowUnauthenticated">
        <Checkbox
          label="Guest access"
          hint="Anyone gets an identity and credentials of the unauthenticated role, without signing in."
          {...register('allowUnauthenticated')}
          defaultChecked={getValues('allowUnauthenticated')}
        />
      </FindingPlace>
      <FindingPlace at="classicFlow">
        <RadioGroup
          legend="Basic (classic) flow"
          options={flows}
          radio={register('classicFlow')}
          first={getValues('classicFlow')}
        />
      </FindingPlace>
    </>
  )
}
