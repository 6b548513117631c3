/** What a key does to the ones pressed before it: they wait for another one, name a shortcut, or mean nothing. */
export function nextKeys(
  before: string,
  key: string,
  known: readonly string[],
): { waits: string; named: string | null } {
  const keys = before === '' ? key : `${before} ${key}`
  if (known.includes(keys)) return { waits: '', named: keys }
  if (known.some((one) => one.startsWith(`${keys} `))) return { waits: keys, named: null }
  return before === '' ? { waits: '', named: null } : nextKeys('', key, known)
}
