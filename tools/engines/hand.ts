import { setTimeout as pause } from 'node:timers/promises'
import type { Step, Target } from '../bench/ways.ts'
import type { Actions, Driver } from './driver.ts'
import { findInPage, type Spot } from './find-in-page.ts'

const WAIT_MS = 15_000
const KEYS: Readonly<Record<string, string>> = {
  Control: '\uE009',
  Shift: '\uE008',
  Enter: '\uE007',
  Escape: '\uE00C',
  Delete: '\uE017',
  End: '\uE010',
  Home: '\uE011',
  ArrowDown: '\uE015',
}

/** What a person does in a browser, and how long they wait for what they look for. */
export interface Hand {
  driver: Driver
  open: (url: string) => Promise<void>
  see: (target: Target) => Promise<NonNullable<Spot>>
  seeText: (text: string) => Promise<void>
  press: (target: Target, holding?: 'Shift') => Promise<void>
  key: (keys: string) => Promise<void>
  type: (text: string) => Promise<void>
  until: <T>(what: string, look: () => Promise<T | null | false>) => Promise<T>
  step: (step: Step) => Promise<void>
}

export function handOf(driver: Driver): Hand {
  const find = (target: Target) => driver.run<Spot>(`(${String(findInPage)})(${JSON.stringify(target)})`)
  const until: Hand['until'] = async (what, look) => {
    const end = Date.now() + WAIT_MS
    for (;;) {
      const found = await look()
      if (found !== null && found !== false) return found
      if (Date.now() > end)
        throw new Error(`${what}: not within ${WAIT_MS / 1000} s, at ${await driver.run<string>('location.pathname')}`)
      await pause(50)
    }
  }
  const see = (target: Target) =>
    until(`${target.role} ${target.name ?? ''}`, async () => {
      const [before, now] = [await find(target), await find(target)]
      // What still moves is not pressed.
      return before && now && before.x === now.x && before.y === now.y ? now : null
    })
  const press: Hand['press'] = async (target, holding) => {
    const { x, y } = await see(target)
    const held = holding ? KEYS[holding] : undefined
    const at = { type: 'pointerMove', x, y, origin: 'viewport' }
    const pointer = [at, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }]
    if (held) await driver.perform([keys([{ type: 'keyDown', value: held }])])
    await driver.perform([{ type: 'pointer', id: 'mouse', actions: pointer }])
    if (held) await driver.perform([keys([{ type: 'keyUp', value: held }])])
  }
  const key = (names: string) => {
    const values = names.split('+').map((name) => KEYS[name] ?? name)
    const down = values.map((value) => ({ type: 'keyDown', value }))
    const up = values.toReversed().map((value) => ({ type: 'keyUp', value }))
    return driver.perform([keys([...down, ...up])])
  }
  const type = (text: string) =>
    driver.perform([
      keys(
        [...text].flatMap((value) => [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ]),
      ),
    ])
  return {
    driver,
    // A page that is just being left may still write its own address.
    open: async (url) => {
      await until(url, async () => {
        await driver.open(url)
        return (await driver.run<string>('location.href')) === url
      })
    },
    see,
    press,
    key,
    type,
    until,
    async seeText(text) {
      await until(text, () => driver.run<boolean>(`document.body.innerText.includes(${JSON.stringify(text)})`))
    },
    async step(step) {
      if ('press' in step) await press(step.press)
      else if ('see' in step) await see(step.see)
      else if ('type' in step) {
        await see(step.into)
        await type(step.type)
      } else await key(step.key)
    },
  }
}

const keys = (actions: Record<string, unknown>[]): Actions => ({ type: 'key', id: 'keyboard', actions })
