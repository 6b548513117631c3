import type { Store } from './store.ts'

/** The ARNs of the account's identity providers that any pool names, each once. */
export function providerArns(store: Store, account: string): { oidc: string[]; saml: string[] } {
  const named = (column: 'oidc_arns' | 'saml_arns', kind: string) =>
    store
      .all<{ arn: string }>(`select distinct value as arn from pool, json_each(${column}) order by value`)
      .map(({ arn }) => arn)
      .filter((arn) => arn.startsWith(`arn:aws:iam::${account}:${kind}/`))
  return { oidc: named('oidc_arns', 'oidc-provider'), saml: named('saml_arns', 'saml-provider') }
}
