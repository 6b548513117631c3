import { nearest } from './nearest.ts'

const byArea: Readonly<Record<string, readonly string[]>> = {
  af: ['south-1'],
  ap: ['east-1', 'east-2', 'northeast-1', 'northeast-2', 'northeast-3', 'south-1', 'south-2'],
  'ap-southeast': ['1', '2', '3', '4', '5', '6', '7'],
  ca: ['central-1', 'west-1'],
  cn: ['north-1', 'northwest-1'],
  eu: ['central-1', 'central-2', 'north-1', 'south-1', 'south-2', 'west-1', 'west-2', 'west-3'],
  'eu-isoe': ['west-1'],
  'eusc-de': ['east-1'],
  il: ['central-1'],
  me: ['central-1', 'south-1'],
  mx: ['central-1'],
  sa: ['east-1'],
  us: ['east-1', 'east-2', 'west-1', 'west-2'],
  'us-gov': ['east-1', 'west-1'],
  'us-iso': ['east-1', 'west-1'],
  'us-isob': ['east-1', 'west-1'],
  'us-isof': ['east-1', 'south-1'],
}
const known = Object.entries(byArea).flatMap(([area, ends]) => ends.map((end) => `${area}-${end}`))
const areas = new Set(known.map(areaOf))

const SHAPE =
  /^[a-z]{2,4}(?:-(?:gov|iso[a-z]?|[a-z]{2}))?-(?:central|(?:north|south)(?:east|west)?|east|west)-[1-9]\d?$/

/**
 * Why a text can be no Region of AWS, or null. Regions come: one that is not known is believed if it looks like one and
 * is not a slip of a known one.
 */
export function regionDoubt(text: string): string | null {
  const slip = known.find((region) => isSlip(text, region))
  if (SHAPE.test(text) && (areas.has(areaOf(text)) || slip === undefined)) return null
  return `must be an AWS Region, for example "${slip ?? nearest(text, known) ?? 'us-east-1'}"`
}

/** `us-gov` of `us-gov-east-1`. */
function areaOf(region: string): string {
  return region.replace(/-[a-z]+-\d+$/, '')
}

/** One letter is another, or two have changed places. */
function isSlip(text: string, meant: string): boolean {
  const sorted = (word: string) => [...word].toSorted().join('')
  const others = [...meant].filter((letter, index) => letter !== text[index]).length
  return text.length === meant.length && (others === 1 || (others === 2 && sorted(text) === sorted(meant)))
}
