'use client'

import { PageError } from '../../components/page-error.tsx'

export default function ConsoleError({ error, retry }: { error: unknown; retry: () => void }) {
  return <PageError error={error} retry={retry} />
}
