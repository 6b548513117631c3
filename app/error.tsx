'use client'

import { BarePage } from '../components/bare-page.tsx'
import { PageError } from '../components/page-error.tsx'

export default function RootError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <BarePage>
      <PageError error={error} retry={retry} />
    </BarePage>
  )
}
