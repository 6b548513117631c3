'use server'

import { defineAction } from '../operation/define-action.ts'
import { answersOf } from './answers-of.ts'
import { askPeople } from './ask-people.ts'
import { askPlaces } from './ask-places.ts'
import type { PersonAnswer, PlaceAnswer } from './person.ts'
import { findPeopleInput, readPlacesInput } from './schema.ts'

/** Where people of a connection may be: its pools, each as it comes, and what could not be read. */
export const readPlaces = defineAction({
  name: 'ListIdentityPools',
  effect: 'read',
  permission: 'pools:read',
  input: readPlacesInput,
  stream: ({ connection, cognitoIn }) =>
    answersOf<PlaceAnswer>(connection, (calls, emit) =>
      askPlaces({ regions: connection.regions, cognitoIn, calls, emit }),
    ),
})

/** Many people in many pools of a connection, one after the other, each answer as it comes; throttles are waited out. */
export const findPeople = defineAction({
  name: 'LookupDeveloperIdentity',
  effect: 'read',
  looks: true,
  permission: 'developer-identities:read',
  input: findPeopleInput,
  stream: ({ connection, cognitoIn }, { people, pools }) =>
    answersOf<PersonAnswer>(connection, (calls, emit, signal) =>
      askPeople({ keys: people, pools, cognitoIn, calls, emit, signal }),
    ),
})
