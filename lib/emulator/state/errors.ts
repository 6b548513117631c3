const statuses: { [name: string]: number } = {
  InternalErrorException: 500,
  InternalFailure: 500,
  ServiceUnavailableException: 503,
  ServiceUnavailable: 503,
}

/** An error of the service: its name and text go to the caller as they are. */
export class ServiceError extends Error {
  readonly status: number

  constructor(name: string, message: string, status = statuses[name] ?? 400) {
    super(message)
    this.name = name
    this.status = status
  }
}

/** An answer that never arrives: the connection is cut instead. */
export class Disconnect extends Error {}

export const invalidParameter = (message: string) => new ServiceError('InvalidParameterException', message)
export const notAuthorized = (message: string) => new ServiceError('NotAuthorizedException', message)
export const conflict = (message: string) => new ServiceError('ResourceConflictException', message)
export const notFound = (message: string) => new ServiceError('ResourceNotFoundException', message)
export const poolNotFound = (poolId: string) => notFound(`IdentityPool '${poolId}' not found.`)
export const identityNotFound = (identityId: string) => notFound(`Identity '${identityId}' not found.`)
export const malformed = (message: string) => new ServiceError('SerializationException', message)
