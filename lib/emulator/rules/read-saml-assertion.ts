import type { JWTPayload } from 'jose'

const entities: { [name: string]: string } = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const plain = (xml: string) =>
  xml.trim().replace(/&(lt|gt|amp|quot|apos);/g, (whole, name: string) => entities[name] ?? whole)

/** Subject and attributes of a base64 SAML assertion, whose signature nobody checks; null when it is none. */
export function readSamlAssertion(token: string): (JWTPayload & { sub: string }) | null {
  const xml = Buffer.from(token, 'base64').toString()
  const subject = /<(?:\w+:)?NameID\b[^>]*>([^<]+)</.exec(xml)?.[1]
  if (!/<(?:\w+:)?Assertion\b/.test(xml) || !subject) return null
  const attributes = [...xml.matchAll(/<(?:\w+:)?Attribute\b[^>]*\bName="([^"]+)"[^>]*>(.*?)<\/(?:\w+:)?Attribute>/gs)]
  const claims = attributes.map(([, name = '', body = '']): [string, string | string[]] => {
    const values = [...body.matchAll(/<(?:\w+:)?AttributeValue\b[^>]*>([^<]*)</g)].map(([, value = '']) => plain(value))
    return [plain(name), values.length === 1 ? (values[0] ?? '') : values]
  })
  return { ...Object.fromEntries(claims), sub: plain(subject) }
}
