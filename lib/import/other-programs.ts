import { PULUMI } from './other-answers.ts'

const DESCRIBE = 'aws cognito-identity describe-identity-pool'
const MOST_LOOKED_AT = 100_000

/** By what a program names, what to run instead; the first that fits. */
const tools: readonly (readonly [names: RegExp, sentence: string])[] = [
  [/@pulumi\/|\bimport pulumi\b|\bpulumi\.(?:Run|run|export)\b|pulumi\/sdk|com\.pulumi/, PULUMI],
  [
    /@serverless\/typescript|\bserverlessConfiguration\b/,
    'This is a program for Serverless, which is not read. Run serverless package and paste .serverless/cloudformation-template-update-stack.json.',
  ],
  [
    /\bcdktf\b|\bcdktn\b|com\.hashicorp\.cdktf/,
    'This is a program for the CDK for Terraform, which is not read. Run cdktf synth and paste the cdk.tf.json of its stack.',
  ],
  [
    /@aws-amplify\/backend\b/,
    `This is a backend of Amplify, which is not read. Paste what ${DESCRIBE} answers for its pool; the id stands in amplify_outputs.json.`,
  ],
  [
    /\baws-cdk|\baws_cdk\b|\bawscdk\b|Amazon\.CDK|@aws-cdk\//,
    'This is a program for the AWS CDK, of which only CfnIdentityPool in TypeScript is read. Run cdk synth and paste the template of the stack.',
  ],
]

const PROGRAM = new RegExp(
  [
    String.raw`import\s*\{(?!\s*(?:to|id|identity|provider|for_each)\s*=)`,
    String.raw`import\s+(?!\{)[\w*$'"(]`,
    String.raw`from\s+[\w.]+\s+import\b`,
    String.raw`(?:export|const|let|var|function|async|class|def|package|using|namespace|require|module\.exports)[\s.({]`,
    String.raw`["']use (?:strict|client)["']`,
    String.raw`"""|<\?php\b|@\w+\s*\(`,
  ].join('|'),
  'y',
)
const COMMENTS = /(?:\s+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/y
const JSONNET =
  /^\s*(?:local\s+\w+\s*[=(]|\{[\s\S]*?(?:[\w"'\])]\s*\+:|[\s{,]["']?\w+["']?(?:\([^()\n]*\))?:::?\s|\bstd\.\w+\())/
const APP =
  /(?:aws_cognito_identity_pool_id|identity_?pool_?id|PoolId)["']?\s*[:=]\s*["']([a-z]{2}(?:-[a-z]+)+-\d:[0-9a-f-]{36})["']/i

/**
 * What a text is that is no description of a pool, and what to do instead; null where nothing more is known of it. A
 * document is well-formed JSON or YAML.
 */
export function whatTextIs(text: string, isDocument: boolean): string | null {
  const start = text.slice(0, MOST_LOOKED_AT)
  COMMENTS.lastIndex = 0
  PROGRAM.lastIndex = COMMENTS.exec(start)?.[0].length ?? 0
  const isProgram = start.startsWith('#!') || PROGRAM.test(start)
  const tool = isProgram ? tools.find(([names]) => names.test(start)) : undefined
  if (tool) return tool[1]
  const id = /identity_?pool_?name/i.test(start) ? undefined : APP.exec(start)?.[1]
  if (id !== undefined)
    return `This has nothing of a pool but its id, as the configuration of an app does. Paste what ${DESCRIBE} --identity-pool-id ${id} answers.`
  if (/"aws:cdk:cloudformation:type"/.test(start))
    return 'This is the tree of a program for the AWS CDK. Paste the template of its stack, which stands beside it in cdk.out.'
  if (!isDocument && JSONNET.test(start))
    return 'This is Jsonnet, which is not read. Run jsonnet and paste what it prints.'
  if (/^\s*-?\s*(?:hosts|tasks):|\b(?:community|amazon)\.aws\.\w+:/m.test(start))
    return `This is a playbook of Ansible, which is not read. Paste what ${DESCRIBE} answers for its pool.`
  return isProgram ? `This is a program, which is not read. Paste what ${DESCRIBE} answers for its pool.` : null
}
