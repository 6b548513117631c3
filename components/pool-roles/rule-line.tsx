import { ForeignText } from '../ui/foreign-text.tsx'
import type { MappingRule } from '#lib/roles/pool-roles.ts'
import { roleName } from '#lib/roles/role-name.ts'

const relations = { Equals: '=', NotEqual: '≠', StartsWith: 'starts with', Contains: 'contains' }

/** A rule in a line: `department = platform → NorthwindAdmin`, the role by its short name. */
export function RuleLine({ rule: { claim, match, value, roleArn } }: { rule: MappingRule }) {
  if (claim === '' && value === '' && roleArn === '') return <span className="text-soft">New rule</span>
  return (
    <span className="flex min-w-0 flex-1 items-baseline gap-x-2 max-sm:flex-col" title={roleArn}>
      <span className="min-w-0 max-w-full wrap-anywhere sm:flex-[3] sm:truncate">
        <Part field="claim" text={claim} missing="no claim" /> <span className="text-soft">{relations[match]}</span>{' '}
        <Part field="value" text={value} missing="no value" />
      </span>
      <span className="min-w-0 max-w-full wrap-anywhere sm:flex-[2] sm:truncate">
        <span className="text-soft">→ </span>
        <Part field="roleArn" text={roleName(roleArn)} missing="no role" />
      </span>
    </span>
  )
}

type PartProps = { field: 'claim' | 'value' | 'roleArn'; text: string; missing: string }

const Part = ({ field, text, missing }: PartProps) =>
  text === '' ? (
    <span data-field={field} className="text-soft italic">
      {missing}
    </span>
  ) : (
    <span data-field={field} className="font-mono text-xs">
      <ForeignText text={text} />
    </span>
  )
