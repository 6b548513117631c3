/** What became of a user who was to be created. `known`: the pool had them before; `unsure`: nobody can tell. */
export type Created = { user: string; outcome: 'made' | 'known' | 'unsure' }
