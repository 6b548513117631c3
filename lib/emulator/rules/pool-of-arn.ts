import { invalidParameter, notFound } from '../state/errors.ts'
import { findPool, type Pool } from '../state/pools.ts'
import type { Call } from '../state/world.ts'

const FORM = /^arn:aws[\w-]*:cognito-identity:([\w-]*):(\d*):identitypool\/([\w-]+:[0-9a-f-]+)$/

/** The pool that an ARN names. Throws InvalidParameterException, or ResourceNotFoundException for a pool of elsewhere. */
export function poolOfArn({ world, region }: Call, arn: string): Pool {
  const [, itsRegion, account = '', poolId] = FORM.exec(arn) ?? []
  if (poolId === undefined) throw invalidParameter(`Invalid resource ARN: ${arn}`)
  const isOfAccount = account === '' || account === world.account
  if (itsRegion !== region || !isOfAccount) throw notFound(`Resource '${arn}' not found.`)
  return findPool(world.store, region, poolId)
}
