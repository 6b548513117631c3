import type { FieldErrors, FieldPath } from 'react-hook-form'
import type { RolesForm } from '#lib/roles/schema.ts'

/** The topmost field with a mistake in it; a provider without rules has it at its choice. */
export function firstMistake({
  authenticated,
  unauthenticated,
  providers,
}: FieldErrors<RolesForm>): FieldPath<RolesForm> | null {
  if (authenticated) return 'authenticated'
  if (unauthenticated) return 'unauthenticated'
  for (let index = 0; index < (providers?.length ?? 0); index += 1) {
    const provider = providers?.[index]
    if (!provider) continue
    if (provider.choice) return `providers.${index}.choice`
    if (provider.ambiguous) return `providers.${index}.ambiguous`
    for (let at = 0; at < (provider.rules?.length ?? 0); at += 1) {
      const field = (['claim', 'match', 'value', 'roleArn'] as const).find((name) => provider.rules?.[at]?.[name])
      if (field) return `providers.${index}.rules.${at}.${field}`
    }
    return `providers.${index}.choice`
  }
  return null
}
