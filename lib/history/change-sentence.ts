import type { FactChange } from '../facts/facts.ts'

/** One change in words: "Google login removed: 123.apps.example", "Guest access changed: Off → On". */
export function changeSentence({ label, before, after, isAnswer = false }: FactChange): string {
  if (isAnswer) return `${label}: ${after ?? 'none'}`
  if (before === null) return `${label} added: ${after ?? ''}`
  return after === null ? `${label} removed: ${before}` : `${label} changed: ${before} → ${after}`
}
