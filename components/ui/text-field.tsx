import { Field, type FieldProps } from './field.tsx'
import { TextInput, type TextInputProps } from './text-input.tsx'

type TextFieldProps = Omit<FieldProps, 'children'> & Omit<TextInputProps, 'className'>

/** A text box with its label, hint and error; `className` is of the whole. */
export function TextField({ label, hint, error, optional = false, className = '', ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional} className={className}>
      {(control) => <TextInput {...input} {...control} />}
    </Field>
  )
}
