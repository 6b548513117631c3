import type { Metadata } from 'next'
import { decodeSegment } from '#lib/core/refs.ts'
import { PeopleList } from './people-list.tsx'

export const metadata: Metadata = { title: 'Look up a list' }

export default async function PeoplePage({ params }: PageProps<'/[connection]/find/list'>) {
  return <PeopleList connectionId={decodeSegment((await params).connection)} />
}
