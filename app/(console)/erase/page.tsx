import type { Metadata } from 'next'
import { ErasePerson } from './erase-person.tsx'

export const metadata: Metadata = { title: 'Erase a person' }

export default function ErasePage() {
  return <ErasePerson />
}
