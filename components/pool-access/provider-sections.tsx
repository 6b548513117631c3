'use client'

import type { AccountPlace } from '#lib/account-providers/queries.ts'
import { usePickable } from '../account-pickers/use-pickable.ts'
import { Card } from '../ui/card.tsx'
import { Section } from '../ui/section.tsx'
import { ArnFields } from './arn-fields.tsx'
import { DeveloperProviderField } from './developer-provider-field.tsx'
import { SocialFields } from './social-fields.tsx'
import { TwitterFields } from './twitter-fields.tsx'
import { UserPoolFields } from './user-pool-fields.tsx'

type ProviderSectionsProps = {
  lockedDeveloperProvider: string | null
  /** Where the pool is, or will be: lists of the account to choose from are of there. */
  place: AccountPlace
}

/** Every kind of login provider with its own editor. */
export function ProviderSections({ lockedDeveloperProvider, place }: ProviderSectionsProps) {
  const pickable = usePickable(place.connectionId)
  const ofIam = pickable.identityProviders ? place : null
  return (
    <>
      <Section title="User pools" description="Users of Amazon Cognito user pools, one entry for each app client.">
        <UserPoolFields place={pickable.userPools ? place : null} />
      </Section>
      <Section
        title="Social logins"
        description="The ID of your app at each provider: tokens made for another app are refused. Empty means that this login is not offered. Several apps of Google or Apple, such as web and Android, or a services ID and a bundle ID, need an OpenID Connect provider of IAM for accounts.google.com or appleid.apple.com with all of them as audiences."
      >
        <Card className="space-y-4">
          <SocialFields />
          <TwitterFields />
        </Card>
      </Section>
      <Section
        title="OpenID Connect"
        description="IAM OpenID Connect providers. Apps send ID tokens of the issuer that the ARN names."
      >
        <ArnFields
          name="oidcProviderArns"
          place={ofIam}
          kind="OpenID Connect"
          example="arn:aws:iam::123456789012:oidc-provider/id.example.com"
        />
      </Section>
      <Section title="SAML" description="IAM SAML providers. Apps send the assertion of the identity provider.">
        <ArnFields
          name="samlProviderArns"
          place={ofIam}
          kind="SAML"
          example="arn:aws:iam::123456789012:saml-provider/Okta"
        />
      </Section>
      <Section title="Developer provider" description="Users that your own backend vouches for, by its own user ids.">
        <Card>
          <DeveloperProviderField locked={lockedDeveloperProvider} />
        </Card>
      </Section>
    </>
  )
}
