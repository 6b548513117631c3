import { Field } from '#components/ui/field.tsx'
import { SelectField } from '#components/ui/select-field.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { Textarea } from '#components/ui/textarea.tsx'
import { roleName } from '#lib/roles/role-name.ts'
import type { AskedWho, TypedWho } from './use-asked-person.ts'
import type { WhoChoice } from './who-choices.ts'

type WhoFieldsProps = {
  choices: readonly WhoChoice[]
  choice: WhoChoice | undefined
  typed: TypedWho
  asked: AskedWho
  /** The roles that an app may take with a token of the pool. */
  roles: readonly string[]
  onChoose: (key: string) => void
  onType: (part: Partial<TypedWho>) => void
}

/** Who it is, and what is known of them. */
export function WhoFields({ choices, choice, typed, asked, roles, onChoose, onType }: WhoFieldsProps) {
  const isIdentity = choice?.by === 'identity'
  return (
    <>
      <SelectField label="Who" value={choice?.key} onChange={({ target }) => onChoose(target.value)}>
        {choices.map(({ key, label }) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </SelectField>
      <TextField
        label="Identity ID"
        optional={!isIdentity}
        required={isIdentity}
        mono
        value={typed.identityId}
        onChange={({ target }) => onType({ identityId: target.value, way: 0 })}
      />
      {choice?.by === 'claims' && (
        <>
          <Field
            label="Claims or ID token"
            error={asked.claimsFault ?? undefined}
            hint="Read in this browser. Only the role and the tags that the pool makes of it are sent."
            className="md:col-span-2"
          >
            {(input) => (
              <Textarea
                {...input}
                mono
                rows={4}
                placeholder={'{ "custom:team": "blue" }'}
                value={typed.claims}
                onChange={({ target }) => onType({ claims: target.value })}
              />
            )}
          </Field>
          {(typed.role !== null || asked.wantsRole) && (
            <SelectField
              label="Role that the app takes"
              value={typed.role ?? ''}
              onChange={({ target }) => onType({ role: target.value || null })}
            >
              <option value="">None chosen</option>
              {roles.map((arn) => (
                <option key={arn} value={arn}>
                  {roleName(arn)}
                </option>
              ))}
            </SelectField>
          )}
        </>
      )}
      {asked.persons.length > 1 && (
        <SelectField label="Way in" value={typed.way} onChange={({ target }) => onType({ way: Number(target.value) })}>
          {asked.persons.map(({ role, why }, index) => (
            <option key={`${role} ${why}`} value={index}>
              {`${roleName(role)}: ${why}`}
            </option>
          ))}
        </SelectField>
      )}
    </>
  )
}
