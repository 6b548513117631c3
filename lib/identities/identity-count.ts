/** "1 identity", "75 identities", "1,200 identities". */
export const identityCount = (count: number): string =>
  `${count.toLocaleString('en')} ${count === 1 ? 'identity' : 'identities'}`
