import { boolean, constantFrom, record } from 'fast-check'

const quote = (text: string) => JSON.stringify(text)
const wrapped = (text: string, width: number, between: string) =>
  (text.match(new RegExp(`.{1,${width}}`, 'gs')) ?? []).join(between)

/** What people copy from, each with the place of the thing itself. */
const forms: ((thing: string, name: string) => string)[] = [
  (thing) => thing,
  (thing, name) => `{${quote(name)}:${quote(thing)}}`,
  (thing, name) => `{\n  ${quote(name)}: ${quote(thing)},\n  "ok": true\n}`,
  (thing, name) => `${quote(name)}: ${quote(thing)},`,
  (thing, name) => quote(`{${quote(name)}:${quote(thing)}}`),
  (thing, name) => `${name}=${thing}&state=af0ifjsldkj`,
  (thing, name) => `https://app.example/callback#${name}=${encodeURIComponent(thing)}&token_type=Bearer`,
  (thing, name) => `https://app.example/in?next=${encodeURIComponent(`/x?${name}=${encodeURIComponent(thing)}`)}`,
  (thing) => `curl -sS -H 'Authorization: Bearer ${thing}' https://api.example/v1/me`,
  (thing, name) => `curl 'https://api.example/v1' \\\n  -d '{${quote(name)}:${quote(thing)}}'`,
  (thing) => `Authorization: Bearer ${thing}`,
  (thing) => `Bearer\n${thing}`,
  (thing, name) => `Cookie: a=1; ${name}=${thing}; theme=dark`,
  (thing, name) => `set-cookie: ${name}="${thing}"; Path=/; HttpOnly`,
  (thing, name) => `2026-11-20T12:00:00.123Z INFO [req 4711] ${name}=${thing} took 12 ms`,
  (thing, name) => `Nov 20 12:00:00 web-1 app[311]: user "jane@example.com" has ${name} ${thing}.`,
  (thing, name) => `{"level":"info","msg":"signed in","ctx":{${quote(name)}:${quote(thing)}},"n":1}`,
  (thing, name) => `${name}\t${thing}\n`,
  (thing, name) => `${name};${thing};2026-11-20`,
  (thing) => `(${thing})`,
  (thing) => `<${thing}>`,
  (thing) => `[${thing}],`,
  (thing) => `\`${thing}\``,
  (thing) => `“${thing}”`,
  (thing) => `‘${thing}’,`,
  (thing) => `«${thing}»;`,
  (thing) => `"${thing}",`,
  (thing) => `'${thing}';`,
  (thing, name) => `<input type="hidden" name="${name}" value="${thing}">`,
  (thing, name) => `&quot;${name}&quot;:&quot;${thing}&quot;`,
  (thing, name) => `export ${name.toUpperCase()}='${thing}'\n`,
  (thing) => `s3://bucket/private/${thing}/avatar.png`,
  (thing, name) => `| ${name} | ${thing} |`,
  (thing) => `> it says ${thing} and then nothing`,
  (thing, name) => `${name}: ${thing}`,
  (thing) => `\\n${thing}\\n`,
]

const names = ['id_token', 'identityId', 'IdentityId', 'access_token', 'token', 'x', 'id', 'data-token']
const edges = ['', ' ', '\t', '\n', '\r\n', '\u00a0', '\ufeff', '  \n ', '\u200b', ',', ';', '.', ' …']

/** Another line break than that of a page: the thing in lines of so many characters. */
const lines = [null, null, null, 76, 64, 120]

/** Puts a thing into what people paste it with. */
export const surrounding = record({
  form: constantFrom(...forms),
  outer: constantFrom(...forms),
  nested: boolean(),
  name: constantFrom(...names),
  before: constantFrom(...edges),
  after: constantFrom(...edges),
  width: constantFrom(...lines),
}).map(({ form, outer, nested, name, before, after, width }) => (thing: string) => {
  const inside = form(width === null ? thing : wrapped(thing, width, '\n'), name)
  return `${before}${nested ? outer(inside, 'note') : inside}${after}`
})
