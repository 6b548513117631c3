import { toast } from '#lib/client/toast.ts'

/** Copies, and says so where no button does. `what`: "pool ID". */
export async function copyText(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    toast({ title: `Copied the ${what}`, tone: 'success' })
  } catch {
    toast({ title: 'Not copied', description: 'The browser refused access to the clipboard.', tone: 'danger' })
  }
}
