/** How the address says that identities come from the index. */
export const SOURCE_KEY = 'source'
export const INDEX_SOURCE = 'index'
/** How the address names the filter of the index. */
export const FILTER_KEY = 'filter'
