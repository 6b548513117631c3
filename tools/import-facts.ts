import { completedPool } from '../lib/import/described/completed-pool.ts'
import { readPools } from '../lib/import/read-pools.ts'

/** What Import reads in a text, in a plain shape that outlives the inner ones: pools with their notes and facts. */
export async function facts(text: string) {
  const read = await readPools(text)
  if (!read.ok) return { ok: false as const, problem: read.problem }
  return {
    ok: true as const,
    pools: read.pools.map((described) => {
      const { snapshot, notes } = completedPool(described, { answers: read.said })
      return { key: described.key, notes, facts: plainFacts(snapshot) }
    }),
  }
}

const plainFacts = ({ pool, roles, principalTags }: ReturnType<typeof completedPool>['snapshot']) => ({
  name: pool.name,
  guests: pool.allowUnauthenticated,
  classic: pool.classicFlow,
  dev: pool.developerProviderName,
  logins: pool.loginProviders,
  userPools: pool.userPools.map((one) => [one.providerName, one.clientId, one.serverSideTokenCheck]),
  oidc: pool.oidcProviderArns,
  saml: pool.samlProviderArns,
  tags: pool.tags,
  auth: roles.authenticated,
  unauth: roles.unauthenticated,
  mappings: roles.mappings.map((one) => [
    one.provider,
    one.type,
    one.ambiguous,
    one.rules.map((rule) => [rule.claim, rule.match, rule.value, rule.roleArn]),
  ]),
  principalTags: principalTags.map((one) => [one.provider, one.useDefaults, one.tags]),
})
