'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import type { AuditFilter } from '#lib/history/audit-filter.ts'

const REST_MS = 300

/**
 * A filter as it is typed: asked for when typing rests, at once when something is chosen or Enter is pressed, since
 * each change is a search of the whole log.
 */
export function useFilterDraft(filter: AuditFilter, onChange: (filter: AuditFilter) => void) {
  const [draft, setDraft] = useState<Partial<AuditFilter>>({})
  const shown = { ...filter, ...draft }
  const ask = (more: Partial<AuditFilter> = {}) => {
    setDraft({})
    onChange({ ...shown, ...more })
  }
  const rest = useEffectEvent(() => ask())
  useEffect(() => {
    if (Object.keys(draft).length === 0) return
    const timer = window.setTimeout(() => rest(), REST_MS)
    return () => window.clearTimeout(timer)
  }, [draft])
  return { shown, type: (more: Partial<AuditFilter>) => setDraft({ ...draft, ...more }), ask }
}
