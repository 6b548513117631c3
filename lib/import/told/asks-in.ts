import { isPart, type AskedThing, type ToldPart, type ToldValue } from './told.ts'
import { lazyCalls } from './work-out.ts'

/** What is asked for in a value that is not known whole; of a choice that is open, only what decides it. */
export const asksIn = (told: ToldValue): AskedThing[] => asksAmong(told, innerOf)

/** What is asked for anywhere in a value, whatever its choices come to. */
export const asksAnywhereIn = (told: ToldValue): AskedThing[] =>
  asksAmong(told, (part) => (part.is === 'call' ? part.args : innerOf(part)))

type Made = Exclude<ToldPart, { is: 'ask' | 'reference' | 'name' }>

function asksAmong(told: ToldValue, inside: (part: Made) => readonly ToldValue[]): AskedThing[] {
  const found = new Map<string, AskedThing>()
  const visit = (part: ToldValue): void => {
    if (!isPart(part)) return
    if (part.is === 'ask') found.set(part.id, found.get(part.id) ?? part)
    else if (part.is === 'reference' || part.is === 'name') return
    else for (const inner of inside(part)) visit(inner)
  }
  visit(told)
  return [...found.values()]
}

/** What a part is made of. */
function innerOf(part: Made): readonly ToldValue[] {
  switch (part.is) {
    case 'list':
      return part.items
    case 'map':
      return part.entries.flat()
    case 'text':
      return part.parts
    case 'call':
      // Which of its other parts count is open until the first is known.
      return part.name in lazyCalls ? part.args.slice(0, 1) : part.args
    case 'get':
      return [part.of, part.key]
    case 'each':
      return [part.over]
  }
}
