import { useController, useFormContext } from 'react-hook-form'
import { FindingPlace } from '../finding-place/finding-place.tsx'
import { RowField } from '../ui/row-field.tsx'
import { SelectInput } from '../ui/select-input.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { MATCHES } from '#lib/roles/roles-form.ts'
import type { RolesForm } from '#lib/roles/schema.ts'
import { RoleField } from './role-field.tsx'

const matchLabels = { Equals: 'equals', NotEqual: 'does not equal', StartsWith: 'starts with', Contains: 'contains' }

/** The fields of an open rule. */
export function RuleFields({ name, number }: { name: `providers.${number}.rules.${number}`; number: number }) {
  const { control } = useFormContext<RolesForm>()
  const claim = useController({ control, name: `${name}.claim` })
  const match = useController({ control, name: `${name}.match` })
  const value = useController({ control, name: `${name}.value` })
  return (
    <div className="space-y-2 px-1 pt-1 pb-2">
      <FindingPlace at={`${name}.claim`}>
        <div className="grid gap-2 sm:grid-cols-[1fr_8.5rem_1fr]">
          <RowField caption="Claim" label={`Claim of rule ${number}`} error={claim.fieldState.error?.message}>
            {(input) => <TextInput {...input} mono {...claim.field} />}
          </RowField>
          <RowField caption="Match type" label={`Match type of rule ${number}`} error={match.fieldState.error?.message}>
            {(input) => (
              <SelectInput {...input} {...match.field}>
                {MATCHES.map((type) => (
                  <option key={type} value={type}>
                    {matchLabels[type]}
                  </option>
                ))}
              </SelectInput>
            )}
          </RowField>
          <RowField caption="Value" label={`Value of rule ${number}`} error={value.fieldState.error?.message}>
            {(input) => <TextInput {...input} mono {...value.field} />}
          </RowField>
        </div>
      </FindingPlace>
      <RoleField name={`${name}.roleArn`} label={`Role of rule ${number}`} users="authenticated" caption="Role" />
    </div>
  )
}
