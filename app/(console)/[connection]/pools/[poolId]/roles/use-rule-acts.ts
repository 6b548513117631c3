import { useMemo, useState, type Dispatch, type RefObject, type SetStateAction } from 'react'
import { flushSync } from 'react-dom'
import { useFormContext, type UseFieldArrayReturn } from 'react-hook-form'
import type { MappingRule } from '#lib/roles/pool-roles.ts'
import type { RolesForm } from '#lib/roles/schema.ts'

type RulesName = `providers.${number}.rules`

type RuleActsOf = {
  name: RulesName
  array: UseFieldArrayReturn<RolesForm, RulesName>
  setOpen: Dispatch<SetStateAction<readonly boolean[]>>
  list: RefObject<HTMLOListElement | null>
  addButton: RefObject<HTMLButtonElement | null>
}

/** What can be done with a provider's rules, the same functions all the time, and what is said of the last act. */
export function useRuleActs({ name, array, setOpen, list, addButton }: RuleActsOf) {
  const { getValues } = useFormContext<RolesForm>()
  const { append, insert, move, remove } = array
  const [said, setSaid] = useState('')
  const acts = useMemo(() => {
    const count = () => getValues(name).length
    return {
      toggle: (at: number) => setOpen((open) => padded(open, at + 1).with(at, !open[at])),
      open: (at: number) => setOpen((open) => padded(open, at + 1).with(at, true)),
      moveTo(from: number, to: number) {
        if (to === from || to < 0 || to >= count()) return
        const active = document.activeElement
        flushSync(() => {
          move(from, to)
          setOpen((open) =>
            padded(open, Math.max(from, to) + 1)
              .toSpliced(from, 1)
              .toSpliced(to, 0, open[from] ?? false),
          )
          setSaid(`Rule ${from + 1} is now rule ${to + 1} of ${count()}.`)
        })
        if (active instanceof HTMLElement) active.focus()
      },
      duplicate(at: number) {
        setOpen((open) => padded(open, at + 1).toSpliced(at + 1, 0, true))
        insert(at + 1, { ...getValues(`${name}.${at}`) }, { focusName: `${name}.${at + 1}.claim` })
        setSaid(`Rule ${at + 1} copied to rule ${at + 2}.`)
      },
      removeAt(at: number) {
        flushSync(() => {
          setOpen((open) => open.toSpliced(at, 1))
          remove(at)
        })
        const left = count()
        const next = list.current?.children[Math.min(at, left - 1)]
        if (left === 0) addButton.current?.focus()
        else (next?.querySelector('input') ?? next?.querySelector<HTMLElement>('[aria-expanded]'))?.focus()
        setSaid(`Rule ${at + 1} deleted, ${left} left.`)
      },
    }
  }, [name, getValues, insert, move, remove, setOpen, list, addButton])
  const add = (rule: MappingRule) => {
    acts.open(getValues(name).length)
    append(rule)
  }
  return { acts, add, said }
}

/** At least so long; what is not said is closed. */
const padded = (open: readonly boolean[], length: number): boolean[] =>
  Array.from({ length: Math.max(open.length, length) }, (_, at) => open[at] ?? false)
