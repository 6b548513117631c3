import { loginLabel } from '../login-providers/login-label.ts'
import { loginSecrets } from './login-secret.ts'
import { longDeveloperName } from './long-developer-name.ts'
import type { PoolSnapshot } from './snapshot.ts'

const MOST_BYTES = 128
const bytes = (text: string) => new TextEncoder().encode(text).length

/** What Terraform and its AWS provider do not take, or do otherwise than one expects. */
export const terraformNotes = (snapshot: PoolSnapshot): string[] => [
  ...unsetFlow(snapshot),
  ...longDeveloperName('Terraform', snapshot),
  ...longValues(snapshot),
  ...secretPlan(snapshot),
]

const unsetFlow = ({ pool }: PoolSnapshot): string[] =>
  pool.classicFlow === 'unset'
    ? [
        'The basic (classic) flow is not set on this pool, so it is open. Terraform has no such state: the code says off, and takes the pool for one where it is off. Applying does not turn it off, and no plan ever shows that it is open. Turn it off under Access first.',
      ]
    : []

/** Its provider counts bytes where the service counts characters. */
const longValues = ({ roles }: PoolSnapshot): string[] =>
  roles.mappings.flatMap(({ provider, rules }) =>
    rules.some(({ value }) => bytes(value) > MOST_BYTES)
      ? [
          `Terraform takes at most ${MOST_BYTES} bytes for a rule’s value, and one of ${loginLabel(provider)} has more: letters beyond ASCII count for several.`,
        ]
      : [],
  )

const secretPlan = ({ pool }: PoolSnapshot): string[] =>
  loginSecrets(pool.loginProviders).length > 0
    ? [
        'The first plan after the import says that the pool is changed, because its login providers become sensitive. The values stay as they are, and the next plan is empty.',
      ]
    : []
