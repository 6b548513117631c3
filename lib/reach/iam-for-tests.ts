import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

type Document = object | string
/** A role of an IAM for tests: inline policies by name, managed ones by ARN. */
export type TestRole = {
  trust?: Document
  inline?: Record<string, Document>
  attached?: string[]
  boundary?: string
  maxSeconds?: number
}

export type TestIam = {
  roles: Map<string, TestRole>
  managed: Map<string, Document>
  /** Operations that are refused. */
  denied: Set<string>
  /** What the simulator decides; null for no result. */
  simulated: string | null
  /** Every call so far, and the most that were open at once. */
  calls: string[]
  most: number
  url: string
  stop: () => Promise<void>
}

const ACCOUNT = '123456789012'
export const arnOf = (name: string, account = ACCOUNT) => `arn:aws:iam::${account}:role/${name}`

/** An IAM of this machine that answers what Reach reads, in IAM's query protocol. */
export async function iamForTests(): Promise<TestIam> {
  const iam: TestIam = {
    roles: new Map(),
    managed: new Map(),
    denied: new Set(),
    simulated: null,
    calls: [],
    most: 0,
    url: '',
    stop,
  }
  let open = 0
  const server = createServer((request, response) => {
    let body = ''
    open += 1
    iam.most = Math.max(iam.most, open)
    request.on('data', (chunk) => (body += String(chunk)))
    request.on('end', () =>
      setImmediate(() => {
        open -= 1
        const [status, answer] = answerOf(iam, new URLSearchParams(body))
        response.writeHead(status, { 'content-type': 'text/xml' }).end(answer)
      }),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  iam.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  async function stop() {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return iam
}

function answerOf(iam: TestIam, asked: URLSearchParams): [number, string] {
  const operation = asked.get('Action') ?? ''
  iam.calls.push(operation)
  if (iam.denied.has(operation)) return failed(403, 'AccessDenied')
  const name = asked.get('RoleName') ?? ''
  if (operation === 'ListRoles') return said(operation, rolesPage(iam, asked))
  if (operation === 'SimulatePrincipalPolicy') return said(operation, simulation(iam, asked))
  const role = iam.roles.get(name)
  const arn = asked.get('PolicyArn') ?? ''
  const managed = iam.managed.get(arn)
  const policy = asked.get('PolicyName') ?? ''
  if (operation === 'GetPolicy' && managed)
    return said(
      operation,
      `<Policy><PolicyName>${arn.split('/').at(-1)}</PolicyName><Arn>${arn}</Arn><DefaultVersionId>v3</DefaultVersionId></Policy>`,
    )
  if (operation === 'GetPolicyVersion' && managed)
    return said(
      operation,
      `<PolicyVersion><VersionId>v3</VersionId><Document>${encoded(managed)}</Document></PolicyVersion>`,
    )
  if (role === undefined) return failed(404, 'NoSuchEntity')
  const { trust = {}, inline = {}, attached = [], boundary, maxSeconds = 3600 } = role
  if (operation === 'GetRole') return said(operation, roleXml(name, trust, { boundary, maxSeconds }))
  if (operation === 'ListAttachedRolePolicies')
    return said(
      operation,
      list(
        'AttachedPolicies',
        attached.map((one) => `<PolicyArn>${one}</PolicyArn>`),
      ),
    )
  if (operation === 'ListRolePolicies') return said(operation, list('PolicyNames', Object.keys(inline)))
  const document = inline[policy]
  if (operation === 'GetRolePolicy' && document)
    return said(
      operation,
      `<RoleName>${name}</RoleName><PolicyName>${policy}</PolicyName><PolicyDocument>${encoded(document)}</PolicyDocument>`,
    )
  return failed(400, 'InvalidAction')
}

function simulation({ simulated }: TestIam, asked: URLSearchParams): string {
  const action = asked.get('ActionNames.member.1') ?? ''
  const result = `<EvalActionName>${action}</EvalActionName><EvalDecision>${simulated}</EvalDecision>`
  return list('EvaluationResults', simulated === null ? [] : [result])
}

/** Two roles to a page. */
function rolesPage({ roles }: TestIam, asked: URLSearchParams): string {
  const from = Number(asked.get('Marker') ?? 0)
  const members = [...roles]
    .slice(from, from + 2)
    .map(([name, { trust = {}, boundary, maxSeconds = 3600 }]) => roleXml(name, trust, { boundary, maxSeconds }))
    .map((xml) => xml.replace('<Role>', '<member>').replace('</Role>', '</member>'))
  const more = from + 2 < roles.size
  return `<IsTruncated>${more}</IsTruncated>${more ? `<Marker>${from + 2}</Marker>` : ''}<Roles>${members.join('')}</Roles>`
}

const roleXml = (
  name: string,
  trust: Document,
  { boundary, maxSeconds }: { boundary: string | undefined; maxSeconds: number },
) =>
  `<Role><Path>/</Path><RoleName>${name}</RoleName><RoleId>AROA</RoleId><Arn>${arnOf(name)}</Arn><CreateDate>2026-01-01T00:00:00Z</CreateDate>` +
  `<AssumeRolePolicyDocument>${encoded(trust)}</AssumeRolePolicyDocument><MaxSessionDuration>${maxSeconds}</MaxSessionDuration>${
    boundary === undefined
      ? ''
      : `<PermissionsBoundary><PermissionsBoundaryType>Policy</PermissionsBoundaryType><PermissionsBoundaryArn>${boundary}</PermissionsBoundaryArn></PermissionsBoundary>`
  }</Role>`

const encoded = (document: Document) =>
  encodeURIComponent(typeof document === 'string' ? document : JSON.stringify(document))
const list = (name: string, members: readonly string[]) =>
  `<IsTruncated>false</IsTruncated><${name}>${members.map((one) => `<member>${one}</member>`).join('')}</${name}>`
const said = (operation: string, body: string): [number, string] => [
  200,
  `<${operation}Response xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><${operation}Result>${body}</${operation}Result></${operation}Response>`,
]
const failed = (status: number, code: string): [number, string] => [
  status,
  `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>No.</Message></Error></ErrorResponse>`,
]
