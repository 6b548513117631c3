import 'server-only'
import type { ServicePrincipalTags } from '../cognito/read-principal-tags.ts'
import { fingerprint } from '../configuration/fingerprint.ts'
import type { ProviderTags } from './principal-tags.ts'

/** The service's map of one provider as the console's. */
export function toPrincipalTags(provider: string, answer: ServicePrincipalTags): ProviderTags {
  return {
    provider,
    useDefaults: answer.UseDefaults,
    tags: answer.PrincipalTags,
    fingerprint: fingerprint(answer),
  }
}
