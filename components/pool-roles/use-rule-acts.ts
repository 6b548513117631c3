import { useMemo, useState, type Dispatch, type RefObject, type SetStateAction } from 'react'
import { flushSync } from 'react-dom'
import { useFormContext, type UseFieldArrayReturn } from 'react-hook-form'
import type { MappingRule } from '#lib/roles/pool-roles.ts'
import type { TakeRules } from './take-rules.ts'
import type { RolesForm } from '#lib/roles/schema.ts'

type RulesName = `providers.${number}.rules`

type RuleActsOf = {
  name: RulesName
  array: UseFieldArrayReturn<RolesForm, RulesName>
  setOpen: Dispatch<SetStateAction<readonly boolean[]>>
  list: RefObject<HTMLOListElement | null>
  addButton: RefObject<HTMLButtonElement | null>
  /** Hears that rules have another number. */
  onOrder: () => void
}

/** What can be done with a provider's rules, the same functions all the time, and what is said of the last act. */
export function useRuleActs({ name, array, setOpen, list, addButton, onOrder }: RuleActsOf) {
  const { getValues, setFocus, clearErrors } = useFormContext<RolesForm>()
  const { append, insert, move, remove, replace } = array
  const [said, setSaid] = useState('')
  const acts = useMemo(() => {
    const count = () => getValues(name).length
    return {
      /** Where it is opened for the sake of a field, that is ready to be typed over. */
      toggle(at: number, field?: 'claim' | 'value' | 'roleArn') {
        flushSync(() => setOpen((open) => padded(open, at + 1).with(at, !open[at])))
        if (field) setFocus(`${name}.${at}.${field}`, { shouldSelect: true })
      },
      open: (at: number) => setOpen((open) => padded(open, at + 1).with(at, true)),
      moveTo(from: number, to: number) {
        if (to === from || to < 0 || to >= count()) return
        const active = document.activeElement
        onOrder()
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
        onOrder()
        setOpen((open) => padded(open, at + 1).toSpliced(at + 1, 0, true))
        insert(at + 1, { ...getValues(`${name}.${at}`) }, { focusName: `${name}.${at + 1}.claim` })
        setSaid(`Rule ${at + 1} copied to rule ${at + 2}.`)
      },
      removeAt(at: number) {
        onOrder()
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
  }, [name, getValues, setFocus, insert, move, remove, setOpen, list, addButton, onOrder])
  const add = (rule: MappingRule) => {
    acts.open(getValues(name).length)
    append(rule)
  }
  const take: TakeRules = (rules, how) => {
    onOrder()
    if (how === 'replace') setOpen([])
    clearErrors(name)
    const all = [...(how === 'append' ? getValues(name) : []), ...rules.map((rule) => ({ ...rule }))]
    replace(all)
    const taken = rules.length === 1 ? '1 rule taken over' : `${rules.length} rules taken over`
    setSaid(`${taken}, ${all.length} in all.`)
  }
  return { acts, add, take, said }
}

/** At least so long; what is not said is closed. */
const padded = (open: readonly boolean[], length: number): boolean[] =>
  Array.from({ length: Math.max(open.length, length) }, (_, at) => open[at] ?? false)
