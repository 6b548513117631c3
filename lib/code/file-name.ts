/** The name of a file with the code of a pool, of letters that every system takes: `northwind-portal.tf`. */
export function codeFileName(poolName: string, ending: string): string {
  const plain = poolName.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const name = plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '')
  return `${name || 'identity-pool'}${ending}`
}
