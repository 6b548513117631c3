import { z } from 'zod'
import { distinctRows } from '../pools/distinct-rows.ts'
import { settingRules } from '../pools/pool-settings.ts'
import { clientOf } from './client-of.ts'
import { unlessEmpty } from './unless-empty.ts'

const arnList = (arn: z.ZodString) =>
  z.array(z.object({ arn })).superRefine(distinctRows('arn', (row) => row.arn, 'This provider is listed already.'))

const { tags: _tags, loginProviders: _loginProviders, ...asTheyAre } = settingRules

/** What a form takes for each setting; tags are not in it, and Twitter's login is apart. */
export const accessRules = {
  ...asTheyAre,
  userPools: settingRules.userPools.superRefine(
    distinctRows('clientId', clientOf, 'This app client is listed already.'),
  ),
  oidcProviderArns: arnList(settingRules.oidcProviderArns.element),
  samlProviderArns: arnList(settingRules.samlProviderArns.element),
  developerProviderName: unlessEmpty(settingRules.developerProviderName),
}
