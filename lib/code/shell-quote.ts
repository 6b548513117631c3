/** One word of a POSIX shell command that the shell hands on exactly as it is. */
export const shellQuote = (text: string): string =>
  /^[\w./:@,+][\w./:@,+=-]*$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
