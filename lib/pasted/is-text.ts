const SENTENCE = 5

/** What nobody has as an identifier, however it is spelled: a sentence, JSON, an address of a page, a path, pairs. */
export const isText = (text: string): boolean =>
  text.trim().split(/\s+/).length >= SENTENCE ||
  /^\s*[{[]|:\/\/|^\s*\/|[\r\n]|\S=\S.*\s|["'{}<>].*[:=]|\s["'“‘]/.test(text)
