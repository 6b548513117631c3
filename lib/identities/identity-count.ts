import { grouped } from '../core/grouped.ts'

/** "1 identity", "75 identities", "1,200 identities". */
export const identityCount = (count: number): string => `${grouped(count)} ${count === 1 ? 'identity' : 'identities'}`
