import { Disconnect, ServiceError } from './errors.ts'
import type { Random } from './random.ts'

export interface Fault {
  /** `*` for every one. */
  operation: string
  /** The error's name; `Disconnect` cuts the connection. */
  error: string
  message?: string | undefined
  /** Only calls that name this pool, identity, user or ARN anywhere in their input. */
  id?: string | undefined
  /** How often it strikes; for ever when left out. */
  count?: number | undefined
  /** Above 0 and at most 1, the default. */
  probability?: number | undefined
  /** `after`: the call takes effect, its answer is lost. */
  when?: 'before' | 'after' | undefined
}

/** What `DeleteIdentities` says of one id instead of failing as a whole. */
const FOR_ONE_IDENTITY = ['AccessDenied', 'InternalServerError']

export class Faults {
  #active: Fault[]
  readonly #random: Random

  constructor(faults: readonly Fault[], random: Random) {
    this.#active = faults.map((fault) => ({ ...fault }))
    this.#random = random
  }

  add(faults: readonly Fault[]) {
    this.#active.push(...faults.map((fault) => ({ ...fault })))
  }

  clear() {
    this.#active = []
  }

  list(): readonly Fault[] {
    return this.#active
  }

  /** Throws when a fault strikes this call at this moment. `service`: whose the operation is, as IAM calls it. */
  strike(operation: string, body: unknown, when: 'before' | 'after', service = 'cognito-identity') {
    const fault = this.#hit(
      (one) =>
        (one.when ?? 'before') === when &&
        !isForOneIdentity(one) &&
        (one.operation === '*' || one.operation === operation) &&
        (one.id === undefined || names(body, one.id)),
    )
    if (fault?.error === 'Disconnect') throw new Disconnect()
    if (fault)
      throw new ServiceError(fault.error, fault.message ?? defaultMessage(fault.error, `${service}:${operation}`))
  }

  /** The error code with which `DeleteIdentities` refuses this identity, if any. */
  refusal(identityId: string): string | null {
    return this.#hit((one) => isForOneIdentity(one) && (one.id ?? identityId) === identityId)?.error ?? null
  }

  #hit(aimed: (fault: Fault) => boolean): Fault | undefined {
    const fault = this.#active.find((one) => aimed(one) && this.#random.fraction() < (one.probability ?? 1))
    if (fault?.count !== undefined && --fault.count === 0) this.#active = this.#active.filter((one) => one !== fault)
    return fault
  }
}

const isForOneIdentity = ({ operation, error }: Fault) =>
  operation === 'DeleteIdentities' && FOR_ONE_IDENTITY.includes(error)

function names(body: unknown, id: string): boolean {
  if (typeof body !== 'object' || body === null) return body === id
  return Object.values(body).some((value) => names(value, id)) || Object.hasOwn(body, id)
}

function defaultMessage(error: string, action: string): string {
  if (error === 'TooManyRequestsException') return 'Too many requests'
  if (!error.startsWith('AccessDenied'))
    return `The emulator was asked to fail ${action.replace(/.*:/, '')} with ${error}.`
  const user = 'arn:aws:iam::123456789012:user/emulator'
  return `User: ${user} is not authorized to perform: ${action} on resource: * because no identity-based policy allows the ${action} action`
}
