import { headers } from 'next/headers'

/**
 * Whether a whole document is asked for, by an address or a reload, and not a part of one by the router. A document waits
 * for what it will show; a navigation shows at once what is known.
 */
export const isDocument = async (): Promise<boolean> => (await headers()).get('accept')?.includes('text/html') ?? false
