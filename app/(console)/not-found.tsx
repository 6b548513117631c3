import type { Metadata } from 'next'
import { PageNotFound } from '../../components/page-not-found.tsx'

export const metadata: Metadata = { title: 'Not found' }

export default function ConsoleNotFound() {
  return <PageNotFound />
}
