'use client'

import { useQuery } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Card } from '#components/ui/card.tsx'
import { Checkbox } from '#components/ui/checkbox.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { ErrorState } from '#components/ui/error-state.tsx'
import { SelectField } from '#components/ui/select-field.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { useOperation } from '#components/use-operation.ts'
import { actorRoles, may, permissions, type ActorRole, type Permission } from '#lib/auth/permissions.ts'
import { consoleSession } from '#lib/connections/queries.ts'
import { errorShape } from '#lib/core/errors.ts'
import { tokenCreation } from '#lib/sign-in/queries.ts'

/** Of a program these are asked for seldom, and never by chance. */
const SELDOM: readonly Permission[] = ['sessions:own', 'sessions:manage', 'tokens:manage', 'access:test', 'audit:erase']

const usual = (role: ActorRole): Permission[] => permissions.filter((one) => may(role, one) && !SELDOM.includes(one))

const toggled = <T,>(list: readonly T[], item: T): T[] =>
  list.includes(item) ? list.filter((one) => one !== item) : [...list, item]

/** The form of a token for a program, and its secret, which is shown this once. */
export function NewToken({ onMade, onClose }: { onMade: () => void; onClose: () => void }) {
  const { data: session } = useQuery(consoleSession())
  const [name, setName] = useState('')
  const [role, setRole] = useState<ActorRole>('viewer')
  const [chosen, setChosen] = useState<string[]>([])
  const [held, setHeld] = useState(() => usual('viewer'))
  const [days, setDays] = useState('90')
  const { run, data, error, isPending } = useOperation(tokenCreation)
  const { fields = null, ...shape } = error ? errorShape(error) : { fields: null }
  if (data)
    return (
      <Callout title="Copy the token now: it is not shown again" action={<Button onClick={onClose}>Done</Button>}>
        <span className="flex items-center gap-1">
          <code className="font-mono text-xs wrap-anywhere">{data.secret}</code>
          <CopyButton value={data.secret} label="Copy token" />
        </span>
      </Callout>
    )
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    run({ name, role, connectionIds: chosen, permissions: held, days }, { onSuccess: onMade })
  }
  return (
    <Card className="mb-4 p-4">
      <form onSubmit={submit} aria-label="New token" className="space-y-4">
        <div className="grid gap-4 sm:grid-cols-3">
          <TextField label="Name" value={name} error={fields?.name} onChange={({ target }) => setName(target.value)} />
          <SelectField
            label="Role"
            value={role}
            onChange={({ target }) => {
              const next = actorRoles.find((one) => one === target.value) ?? 'viewer'
              setRole(next)
              setHeld(usual(next))
            }}
          >
            {actorRoles.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </SelectField>
          <TextField
            label="Days"
            inputMode="numeric"
            value={days}
            error={fields?.days}
            onChange={({ target }) => setDays(target.value)}
          />
        </div>
        <fieldset>
          <legend className="mb-1 font-medium">Connections</legend>
          <div className="flex flex-wrap gap-x-6">
            {session?.connections.map(({ id, name: label }) => (
              <Checkbox
                key={id}
                label={label}
                checked={chosen.includes(id)}
                onChange={() => setChosen((list) => toggled(list, id))}
              />
            ))}
          </div>
          {fields?.connectionIds && <p className="mt-1 text-danger-ink">{fields.connectionIds}</p>}
        </fieldset>
        <fieldset>
          <legend className="mb-1 font-medium">Permissions</legend>
          <div className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
            {permissions
              .filter((one) => may(role, one))
              .map((one) => (
                <Checkbox
                  key={one}
                  label={<span className="font-mono text-xs">{one}</span>}
                  checked={held.includes(one)}
                  onChange={() => setHeld((list) => toggled(list, one))}
                />
              ))}
          </div>
          {fields?.permissions && <p className="mt-1 text-danger-ink">{fields.permissions}</p>}
        </fieldset>
        {error && fields === null && <ErrorState compact title="No token was made" {...shape} />}
        <div className="flex gap-2">
          <Button type="submit" variant="primary" pending={isPending}>
            Create token
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Card>
  )
}
