import { ServiceError } from './errors.ts'

export const noSuchEntity = (message: string) => new ServiceError('NoSuchEntity', message, 404)
export const entityExists = (message: string) => new ServiceError('EntityAlreadyExists', message, 409)
export const deleteConflict = (message: string) => new ServiceError('DeleteConflict', message, 409)
export const limitExceeded = (message: string) => new ServiceError('LimitExceeded', message, 409)
export const malformedPolicy = (message: string) => new ServiceError('MalformedPolicyDocument', message)
export const validationError = (message: string) => new ServiceError('ValidationError', message)
export const invalidInput = (message: string) => new ServiceError('InvalidInput', message)
export const accessDenied = (message: string) => new ServiceError('AccessDenied', message, 403)
