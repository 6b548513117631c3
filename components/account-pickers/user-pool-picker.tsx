'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { NamedThing } from '#lib/account-providers/named-thing.ts'
import { appClientsOf, userPoolsOf, type AccountPlace } from '#lib/account-providers/queries.ts'
import { isolated } from '#lib/core/isolated.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { PickList } from './pick-list.tsx'

type UserPoolPickerProps = {
  place: AccountPlace
  onChoose: (chosen: { userPoolId: string; clientId: string }) => void
  onClose: () => void
}

/** A user pool of the Region, then one of its app clients. */
export default function UserPoolPicker({ place, onChoose, onClose }: UserPoolPickerProps) {
  const [chosen, setChosen] = useState<NamedThing | null>(null)
  const back = <Button onClick={() => setChosen(null)}>Back to user pools</Button>
  return (
    <Dialog
      title={chosen ? `Choose an app client of ${isolated(chosen.name)}` : 'Choose a user pool'}
      description={chosen ? undefined : `User pools of this account in ${place.region}.`}
      size="lg"
      onOpenChange={(open) => !open && onClose()}
      footer={chosen ? back : undefined}
    >
      {chosen ? (
        <AppClients
          place={place}
          userPoolId={chosen.id}
          onChoose={({ id }) => onChoose({ userPoolId: chosen.id, clientId: id })}
        />
      ) : (
        <UserPools place={place} onChoose={setChosen} />
      )}
    </Dialog>
  )
}

function UserPools({ place, onChoose }: { place: AccountPlace; onChoose: (userPool: NamedThing) => void }) {
  const query = useQuery(userPoolsOf(place))
  return <PickList label="User pools" none="This Region has no user pool." query={query} onChoose={onChoose} />
}

type AppClientsProps = { place: AccountPlace; userPoolId: string; onChoose: (client: NamedThing) => void }

function AppClients({ place, userPoolId, onChoose }: AppClientsProps) {
  const query = useQuery(appClientsOf(place, userPoolId))
  return <PickList label="App clients" none="This user pool has no app client." query={query} onChoose={onChoose} />
}
