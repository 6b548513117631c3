/** A value as the elements of an answer: a list’s are called `member`, times are ISO 8601, what is absent is left out. */
export function toXml(value: unknown): string {
  if (Array.isArray(value)) return value.map((one) => element('member', toXml(one))).join('')
  if (value instanceof Date) return `${value.toISOString().slice(0, -5)}Z`
  if (typeof value !== 'object' || value === null) return escaped(String(value))
  return Object.entries(value)
    .filter(([, one]) => one !== undefined && one !== null)
    .map(([name, one]) => element(name, toXml(one)))
    .join('')
}

const element = (name: string, content: string) => `<${name}>${content}</${name}>`

const NAMES: { readonly [character: string]: string } = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }

/** What XML 1.0 cannot hold is a question mark. */
const escaped = (text: string) =>
  text
    .toWellFormed()
    .replaceAll(/[&<>"]/g, (one) => `&${NAMES[one]};`)
    .replaceAll(/[\t\n\r]/g, (one) => `&#${one.charCodeAt(0)};`)
    // oxlint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u001f\ufffe\uffff]/g, '?')
