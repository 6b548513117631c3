import type { ComponentProps } from 'react'
import { Field, type FieldProps } from './field.tsx'
import { SelectInput } from './select-input.tsx'

type SelectFieldProps = Omit<FieldProps, 'children'> & Omit<ComponentProps<'select'>, 'className'>

/** A choice with its label, hint and error; `className` is of the whole. */
export function SelectField({ label, hint, error, optional = false, className = '', ...input }: SelectFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional} className={className}>
      {(control) => <SelectInput {...input} {...control} />}
    </Field>
  )
}
