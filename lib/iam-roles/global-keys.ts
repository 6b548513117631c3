/**
 * The keys of AWS itself that a web identity's request for a role may bring. Some are there only on some ways to the
 * service, and the console knows no value of any.
 */
const SENT = `
  aws:CalledVia aws:CalledViaFirst aws:CalledViaLast aws:ViaAWSService aws:FederatedProvider
  aws:CurrentTime aws:EpochTime aws:Referer aws:UserAgent aws:SecureTransport aws:RequestedRegion
  aws:TagKeys aws:RequestTag/ aws:ResourceTag/ aws:ResourceAccount aws:ResourceOrgID
  aws:ResourceOrgPaths aws:SourceAccount aws:SourceArn aws:SourceOrgID aws:SourceOrgPaths aws:SourceIp
  aws:SourceVpc aws:SourceVpcArn aws:SourceVpce aws:VpcSourceIp aws:VpceAccount aws:VpceOrgID
  aws:VpceOrgPaths sts:RoleSessionName sts:DurationSeconds sts:SourceIdentity sts:TransitiveTagKeys
`
  .trim()
  .split(/\s+/)

/** Those of a caller who has credentials already, as nobody has before the role is taken, and of other ways to take one. */
const NOT_SENT = `
  aws:PrincipalArn aws:PrincipalAccount aws:PrincipalOrgID aws:PrincipalOrgPaths aws:PrincipalTag/
  aws:PrincipalType aws:PrincipalIsAWSService aws:PrincipalServiceName aws:PrincipalServiceNamesList
  aws:userid aws:username aws:MultiFactorAuthPresent aws:MultiFactorAuthAge aws:TokenIssueTime
  aws:AssumedRoot aws:SourceIdentity aws:ChatbotSourceArn aws:SigninSessionArn aws:Ec2InstanceSourceVpc
  aws:Ec2InstanceSourcePrivateIPv4 sts:ExternalId sts:AWSServiceName sts:TaskPolicyArn
  sts:RequestContextProviders sts:RequestContext/
`
  .trim()
  .split(/\s+/)

const byName = new Map(
  [...SENT.map((key) => ({ key, sent: true })), ...NOT_SENT.map((key) => ({ key, sent: false }))].map((known) => [
    known.key.toLowerCase(),
    known,
  ]),
)

/** Whether a key begins as those of AWS itself do. */
export const isGlobal = (key: string): boolean => /^(?:aws|sts):/i.test(key)

/** Whether AWS has such a key, and whether a web identity's request may bring it; a tag's has the tag's name behind it. */
export function globalKey(key: string): { sent: boolean } | null {
  const [head, tag] = halves(key.toLowerCase())
  return tag === '/' ? null : (byName.get(tag === '' ? head : `${head}/`) ?? null)
}

/** How the keys that may be sent are written, each with the tag of the key that was written instead. */
export function sentGlobals(key: string): string[] {
  const [, tag] = halves(key)
  return SENT.filter((known) => known.endsWith('/') === tag.length > 1).map((known) =>
    known.endsWith('/') ? `${known}${tag.slice(1)}` : known,
  )
}

function halves(key: string): [head: string, tag: string] {
  const at = key.indexOf('/')
  return at === -1 ? [key, ''] : [key.slice(0, at), key.slice(at)]
}
