const BASE = 'https://lifeguard.invalid'
const LONGEST = 2_000

/** A path of this console to go on to, or the first page when it is anything else: no other site is ever led to. */
export function localPath(asked: string | null | undefined): string {
  if (!asked || asked.length > LONGEST || !asked.startsWith('/') || !URL.canParse(asked, BASE)) return '/'
  const { origin, pathname, search, hash } = new URL(asked, BASE)
  const path = `${pathname}${search}${hash}`
  return origin === BASE && !path.startsWith('//') && !/^\/(sign-in|api)(\/|$|\?)/.test(path) ? path : '/'
}
