'use client'

import { useQuery } from '@tanstack/react-query'
import { useFormContext, useWatch } from 'react-hook-form'
import type { MakingForm } from '#lib/pool-creation/making-schema.ts'
import { consoleSession } from '#lib/connections/queries.ts'
import { SelectField } from '../ui/select-field.tsx'
import { ConnectionSelect } from '../compare/connection-select.tsx'
import { registered } from '../registered.ts'
import { TextSetting } from '../pool-access/text-setting.tsx'

/** The connection, the Region and the name of a pool to make. */
export function PlaceFields() {
  const connections = useQuery(consoleSession()).data?.connections ?? []
  const form = useFormContext<MakingForm>()
  const { formState, control, getValues, setValue } = form
  const { errors } = formState
  const connectionId = useWatch({ control, name: 'connectionId' })
  const regionsOf = (id: string) => connections.find((connection) => connection.id === id)?.regions ?? []
  const connection = registered(form, 'connectionId')
  return (
    <>
      <ConnectionSelect
        label="Connection"
        error={errors.connectionId?.message}
        {...connection}
        onChange={(event) => {
          void connection.onChange(event)
          const regions = regionsOf(event.target.value)
          if (!regions.includes(getValues('region'))) setValue('region', regions[0] ?? '')
        }}
      />
      <SelectField label="Region" error={errors.region?.message} {...registered(form, 'region')}>
        {regionsOf(connectionId).map((region) => (
          <option key={region}>{region}</option>
        ))}
      </SelectField>
      <TextSetting name="name" label="Name" />
    </>
  )
}
