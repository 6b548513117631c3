'use client'

import { useQuery } from '@tanstack/react-query'
import type { ComponentProps } from 'react'
import { consoleSession } from '#lib/connections/queries.ts'
import { SelectInput } from '../ui/select-input.tsx'

/** The connections that the operator may choose from. */
export function ConnectionSelect(props: Omit<ComponentProps<typeof SelectInput>, 'children'>) {
  const connections = useQuery(consoleSession()).data?.connections ?? []
  return (
    <SelectInput {...props}>
      {connections.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectInput>
  )
}
