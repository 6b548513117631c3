import { ways, type Target, type Way } from '../bench/ways.ts'
import type { Place } from '../bench/pages.ts'
import type { Hand } from './hand.ts'

export interface World {
  base: string
  place: Place
  /** The address of a pool's identities, and how many there are. */
  crowd: { path: string; count: number }
}

export interface Journey {
  what: string
  /** What was measured, in words; throws where it cannot be gone to its end. */
  go: (hand: Hand, world: World) => Promise<string>
}

/** Runs in the page: notes when it changes first after a press. */
function watch() {
  const seen: { pressedAt: number; ms: number | null } = { pressedAt: 0, ms: null }
  Object.assign(window, { seen })
  const observer = new MutationObserver(() => {
    if (seen.pressedAt === 0) return
    observer.disconnect()
    requestAnimationFrame(() => {
      seen.ms = performance.now() - seen.pressedAt
    })
  })
  observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
  const start = () => {
    seen.pressedAt = performance.now()
  }
  for (const type of ['click', 'keydown']) window.addEventListener(type, start, { capture: true, once: true })
  return true
}

const onWay = ({ what, from, before = [], press, to }: Way): Journey => ({
  what,
  async go(hand, { base, place }) {
    await hand.open(base + from(place))
    for (const step of before) await hand.step(step)
    if ('press' in press) await hand.see(press.press)
    await hand.driver.run(`(${String(watch)})()`)
    await hand.step(press)
    await hand.until(`the address ${to}`, async () => to.test(new URL(await hand.driver.run('location.href')).pathname))
    const ms = await hand.until('a change without a new document', () =>
      hand.driver.run<number | null>('window.seen?.ms ?? null'),
    )
    return `first change after ${Math.round(ms)} ms`
  },
})

const table = { role: 'table', name: 'Identities' } as const
const selected = (count: number) => `${count} selected`
const nthBox = (index: number) => `(() => {
  const box = document.querySelectorAll('[role="checkbox"][aria-label^="Select us-"], input[type="checkbox"][aria-label^="Select us-"]')[${index}]
  return box ? box.getAttribute('aria-label') : null
})()`
const boxAt = async (hand: Hand, index: number): Promise<Target> => ({
  role: 'checkbox',
  name: await hand.until(`row ${index}`, () => hand.driver.run<string | null>(nthBox(index))),
  within: table,
})
const openCrowd = async (hand: Hand, { base, crowd }: World) => {
  await hand.open(base + crowd.path)
  await hand.see(await boxAt(hand, 0))
}

const endlessList: Journey = {
  what: 'Endless list, to its end',
  async go(hand, world) {
    await openCrowd(hand, world)
    await hand.press(await boxAt(hand, 0))
    const end = `All ${world.crowd.count} identities are loaded.`
    await hand.until(end, async () => {
      await hand.key('End')
      return hand.driver.run<boolean>(`document.body.innerText.includes(${JSON.stringify(end)})`)
    })
    const rows = await hand.driver.run<number>('document.querySelectorAll("tbody tr").length')
    if (rows > 120) throw new Error(`${rows} rows stand in the document`)
    return `${world.crowd.count} identities, ${rows} rows in the document`
  },
}

const rangeSelection: Journey = {
  what: 'Range selection, by Shift and by arrow keys',
  async go(hand, world) {
    await openCrowd(hand, world)
    await hand.press(await boxAt(hand, 1))
    await hand.press(await boxAt(hand, 8), 'Shift')
    await hand.seeText(selected(8))
    await hand.key('Shift+ArrowDown')
    await hand.seeText(selected(9))
    return 'nine of a range'
  },
}

const deletion: Journey = {
  what: 'Deletion',
  async go(hand, world) {
    await openCrowd(hand, world)
    const first = await boxAt(hand, 0)
    await hand.press(first)
    await hand.press(await boxAt(hand, 2), 'Shift')
    await hand.press({ role: 'button', name: 'Delete 3 identities' })
    await hand.press({ role: 'button', name: 'Delete 3 identities', within: { role: 'dialog' } })
    await hand.seeText('Deleted 3 identities.')
    world.crowd.count -= 3
    const isLeft = await hand.driver.run<boolean>(
      `[...document.querySelectorAll('[aria-label]')].some((element) => element.getAttribute('aria-label') === ${JSON.stringify(first.name)})`,
    )
    if (isLeft) throw new Error('A deleted identity still stands in the table')
    return 'three identities'
  },
}

const palette: Journey = {
  what: 'Palette, from the first key',
  async go(hand, { base }) {
    await hand.open(`${base}/demo/pools`)
    await hand.see({ role: 'link', name: 'Findings', within: { role: 'navigation', name: 'Main' } })
    await hand.key('Control+k')
    await hand.type('trailhead')
    await hand.until('all that was typed', () =>
      hand.driver.run<boolean>(`document.querySelector('[role=dialog] input')?.value === 'trailhead'`),
    )
    await hand.see({ role: 'option', name: 'Trailhead Mobile', inPart: true })
    await hand.key('Escape')
    await hand.until('the palette closed', () =>
      hand.driver.run<boolean>('document.querySelector("[role=dialog]") === null'),
    )
    return 'nothing typed was lost'
  },
}

export const journeys: Journey[] = [...ways.map(onWay), palette, endlessList, rangeSelection, deletion]
