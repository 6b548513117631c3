import { EVERY_SERVICE } from '#lib/reach/reach-of-role.ts'

/** A service as a column is called. */
export const serviceName = (service: string): string => (service === EVERY_SERVICE ? 'Every other' : service)
