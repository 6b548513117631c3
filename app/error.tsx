'use client'

import { PageError } from '../components/page-error.tsx'

export default function RootError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main id="main">
      <PageError error={error} retry={retry} />
    </main>
  )
}
