/**
 * What is known of a person who is to be erased, from the page where that began: gone with the tab, never in an
 * address. Each is one identifier or identity ID, exactly.
 */
let draft: readonly string[] = []

export function keepErasureDraft(known: readonly string[]): void {
  draft = [...new Set(known)]
}

export const erasureDraft = (): readonly string[] => draft
