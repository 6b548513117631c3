import 'server-only'
import { z } from 'zod'
import { endpointSchema, isUrl, regionSchema, roleSchema } from './schema.ts'
import { isAuditKey } from './is-audit-key.ts'
import { rule } from './rule.ts'

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
const HOST_RULE = rule('a name or an address to listen on', 'HOST=127.0.0.1')
const PORT_RULE = rule('a whole number from 0 (any free port) to 65535', 'PORT=3000')
const URL_RULE = rule(
  'the http or https URL of the console without a path',
  'LIFEGUARD_URL=https://lifeguard.example.com',
)
const DATABASE_RULE = rule('a PostgreSQL URL', 'DATABASE_URL=postgres://user:password@localhost:5432/lifeguard')
const TOKEN_RULE = rule('a token of at least 16 characters without spaces', 'the output of: openssl rand -hex 32')
const AUDIT_KEY_RULE = rule(
  'a private key of Ed25519, PKCS #8 in base64',
  'the output of: openssl genpkey -algorithm ed25519 -outform DER | base64 -w0',
)
const KEY_RULE = rule('32 random bytes in base64', 'the output of: openssl rand -base64 32')

/** Whether a text is an AES key in base64, as Next wants it. */
export const isActionsKey = (value: string) =>
  /^[\w+/-]+={0,2}$/.test(value) && [16, 24, 32].includes(Buffer.from(value, 'base64').length)
const isOrigin = (value: string) => isUrl(value, /^https?:$/) && new URL(value).href === `${new URL(value).origin}/`
const path = (example: string) => z.string().regex(/\S/, rule('a path', example))

/** The variables that the console reads, without the ones that the AWS SDK reads by itself. */
export const environmentSchema = z.object({
  HOST: z
    .string()
    .regex(/^[\w.:[\]-]+$/, HOST_RULE)
    .default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, PORT_RULE)
    .transform(Number)
    .refine((port) => port <= 65535, PORT_RULE)
    .default(3000),
  DATABASE_URL: z
    .string()
    .refine((value) => isUrl(value, /^postgres(ql)?:$/), DATABASE_RULE)
    .optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, rule(`one of ${LOG_LEVELS.join(', ')}`, 'LOG_LEVEL=info')).default('info'),
  LIFEGUARD_CONFIG: path('LIFEGUARD_CONFIG=lifeguard.config.json').optional(),
  LIFEGUARD_DATA_DIR: path('LIFEGUARD_DATA_DIR=.lifeguard').default('.lifeguard'),
  LIFEGUARD_LOCAL_ROLE: roleSchema.optional(),
  LIFEGUARD_TOKEN: z.string().optional(),
  LIFEGUARD_WITHOUT_OIDC: z.enum(['accept'], rule('"accept", or not set', 'LIFEGUARD_WITHOUT_OIDC=accept')).optional(),
  LIFEGUARD_URL: z
    .string()
    .refine(isOrigin, URL_RULE)
    .transform((value) => new URL(value).origin)
    .optional(),
  LIFEGUARD_METRICS_TOKEN: z
    .string()
    .regex(/^\S{16,}$/, TOKEN_RULE)
    .optional(),
  NODE_ENV: z.string().optional(),
  LIFEGUARD_LAUNCHER: z.string().optional(),
  LIFEGUARD_EMULATORS: z.string().default('').transform(addressesById),
  OIDC_CLIENT_SECRET: z.string().optional(),
  AWS_ENDPOINT_URL: endpointSchema.optional(),
  AWS_ENDPOINT_URL_COGNITO_IDENTITY: endpointSchema.optional(),
  AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: endpointSchema.optional(),
  AWS_ENDPOINT_URL_IAM: endpointSchema.optional(),
  AWS_ENDPOINT_URL_STS: endpointSchema.optional(),
  AWS_REGION: regionSchema.optional(),
  AWS_DEFAULT_REGION: regionSchema.optional(),
  AWS_PROFILE: z.string().optional(),
  AWS_ACCESS_KEY_ID: z.string().optional(),
  AWS_SECRET_ACCESS_KEY: z.string().optional(),
  AWS_SESSION_TOKEN: z.string().optional(),
  LIFEGUARD_AUDIT_KEY: z.string().refine(isAuditKey, AUDIT_KEY_RULE).optional(),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z.string().refine(isActionsKey, KEY_RULE).optional(),
})

export type Environment = z.infer<typeof environmentSchema>

/** Reads `id=url,id=url`, which the launcher passes on. */
function addressesById(list: string) {
  const addresses = new Map<string, string>()
  for (const pair of list.split(',')) {
    const [id, url] = pair.split('=', 2)
    if (id && url) addresses.set(id, url)
  }
  return addresses
}
