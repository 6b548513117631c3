import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form'

/** A form's text or choice as its control takes it, with its value in the served document: the form itself fills it later. */
export function registered<T extends FieldValues>(
  { register, getValues }: Pick<UseFormReturn<T>, 'register' | 'getValues'>,
  name: FieldPath<T>,
) {
  const value: unknown = getValues(name)
  return { ...register(name), defaultValue: typeof value === 'string' ? value : '' }
}
