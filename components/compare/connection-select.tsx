'use client'

import { useQuery } from '@tanstack/react-query'
import type { ComponentProps } from 'react'
import { consoleSession } from '#lib/connections/queries.ts'
import { SelectField } from '../ui/select-field.tsx'

/** The connections that the operator may choose from. */
export function ConnectionSelect(props: Omit<ComponentProps<typeof SelectField>, 'children'>) {
  const connections = useQuery(consoleSession()).data?.connections ?? []
  return (
    <SelectField {...props}>
      {connections.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  )
}
