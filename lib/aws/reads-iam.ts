import 'server-only'
import { config } from '../config/config.ts'
import type { Connection } from '../config/schema.ts'

/** Whether a connection's IAM may be read: that of AWS itself, or one at an endpoint that is set for it. */
export const readsIam = ({ kind }: Connection): boolean => kind === 'aws' || config().iamEndpoint !== null
