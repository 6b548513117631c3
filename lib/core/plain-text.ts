/** Whether a store can keep a text and look for it: PostgreSQL takes none with the character NUL. */
export const isPlainText = (text: string): boolean => !text.includes('\0')

export const notPlain = (what: string): string => `${what} is plain text; this holds a character that is none.`
