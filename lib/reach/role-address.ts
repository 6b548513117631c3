const ARN = /^arn:[\w-]+:iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/

/** The account and the name in a role's ARN; null for a text that is none. */
export function roleAddress(arn: string): { account: string; name: string } | null {
  const [, account, name] = ARN.exec(arn) ?? []
  return account === undefined || name === undefined ? null : { account, name }
}
