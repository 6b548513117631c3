import { isPart, type ToldValue } from '../told/told.ts'

const LONGEST = 160

/** A value in few words; what is not known in it stands by its name in angle brackets. */
export function sayTold(told: ToldValue): string {
  const said = say(told)
  return said.length > LONGEST ? `${said.slice(0, LONGEST)}…` : said
}

function say(told: ToldValue): string {
  if (!isPart(told)) return String(told ?? '')
  switch (told.is) {
    case 'list':
      return told.items.slice(0, 20).map(say).join(', ')
    case 'map':
      return told.entries
        .slice(0, 20)
        .map(([key, value]) => `${say(key)} = ${say(value)}`)
        .join(', ')
    case 'text':
      return told.parts.map(say).join('')
    case 'ask':
      return `<${told.id}>`
    case 'call':
    case 'reference':
      return `<${told.text}>`
    case 'get':
      return `${say(told.of)}.${say(told.key)}`
    case 'name':
      return `<${told.name}>`
    case 'each':
      return `<each of ${say(told.over)}>`
  }
}
