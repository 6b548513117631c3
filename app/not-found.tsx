import type { Metadata } from 'next'
import { BarePage } from '../components/bare-page.tsx'
import { PageNotFound } from '../components/page-not-found.tsx'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <BarePage>
      <PageNotFound />
    </BarePage>
  )
}
