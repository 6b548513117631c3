import { NO_LAST_USE } from '#lib/identity-index/no-last-use.ts'

/** What an index cannot tell, before anybody decides by it. */
export const IndexNote = () => (
  <p className="mt-2 text-xs text-soft">{NO_LAST_USE} “Modified” moves only when a login is linked or unlinked.</p>
)
