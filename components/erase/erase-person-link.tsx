'use client'

import { Eraser } from 'lucide-react'
import Link from 'next/link'
import { buttonClass, type ButtonSize } from '../ui/button-class.ts'
import { ERASE_PATH } from '#lib/core/paths.ts'
import { keepErasureDraft } from './erasure-draft.ts'

type ErasePersonLinkProps = {
  /** Identifiers and identity IDs that are known of the person. */
  known: readonly string[]
  size?: ButtonSize
  label?: string
}

/** Leads to the erasure of a person, with what is known of them. */
export function ErasePersonLink({ known, size = 'md', label = 'Erase a person' }: ErasePersonLinkProps) {
  return (
    <Link
      href={ERASE_PATH}
      prefetch={false}
      onClick={() => keepErasureDraft(known)}
      className={buttonClass('secondary', size)}
    >
      <Eraser />
      {label}
    </Link>
  )
}
