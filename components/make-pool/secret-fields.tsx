'use client'

import { useFormContext } from 'react-hook-form'
import type { MakingForm } from '#lib/pool-creation/making-schema.ts'
import { loginLabel } from '#lib/login-providers/login-label.ts'
import { TextField } from '../ui/text-field.tsx'

/** One field for each secret that the description hides. */
export function SecretFields({ providers }: { providers: string[] }) {
  const { register, formState } = useFormContext<MakingForm>()
  return providers.map((provider, index) => (
    <TextField
      key={provider}
      label={`Consumer secret of ${loginLabel(provider)}`}
      hint="It goes to the service and is not shown again."
      error={formState.errors.secrets?.[index]?.value?.message}
      {...register(`secrets.${index}.value`)}
      type="password"
      mono
      autoComplete="off"
    />
  ))
}
