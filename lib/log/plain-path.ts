const LONGEST = 200
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i
const AN_ID = new RegExp(`^(?:[a-z0-9-]+(?::|%3a))?${UUID.source}$`, 'i')

/** Where a request goes, without what it asks for there and without whom it is about: ids stand as `:id`. */
export function plainPath(address: string): string {
  const [path = ''] = address.split(/[?#]/, 1)
  const parts = path.split('/').map((part) => (AN_ID.test(part) ? ':id' : part))
  return parts.join('/').slice(0, LONGEST)
}
