/** Whether a pool has a tag that holds the text in `key=value`, capitals aside; without a text every pool does. */
export function matchesTag(tags: Record<string, string>, text: string): boolean {
  const asked = text.trim().toLowerCase()
  return asked === '' || Object.entries(tags).some(([key, value]) => `${key}=${value}`.toLowerCase().includes(asked))
}
