/**
 * What a text does not tell: facts whose keys begin so, and how many things they may be about. With a `value` only facts
 * that have it.
 */
export type Gap = { prefix: string; most: number; value?: string }

/** However many there are. */
export const ANY = Number.MAX_SAFE_INTEGER

/** Whether a fact is about what the text does not tell. A prefix that ends with a space or a colon goes on. */
export const leavesOpen = ({ prefix, value }: Gap, fact: { key: string; value: string }): boolean =>
  (fact.key === prefix || (/[ :]$/.test(prefix) && fact.key.startsWith(prefix))) &&
  (value === undefined || value === fact.value)
