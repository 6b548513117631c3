/**
 * What a terminal, an editor or a reader's eye does not see as it is: controls, direction marks, characters without
 * width, blanks that only look like one. Joiners and variation selectors stay where they shape what is seen: in emoji
 * and in scripts that join. Line feeds and the like are left to whoever lays the text out.
 */
export const UNSEEN =
  /[\u007f-\u009f\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u2800\u3000\p{Cs}]|(?!(?<=[\p{ExtPict}\p{EMod}\ufe0f])\u200d(?=\p{ExtPict})|(?<=[\p{ExtPict}\p{Ideo}])[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]|\ufe0f\u20e3|(?<=[\p{scx=Arab}\p{scx=Syrc}\p{scx=Mong}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}])[\u200c\u200d](?=\p{L}))\p{DI}/gu

/** `\u202e`; a character beyond four digits as its two halves. */
export const escaped = (character: string): string =>
  character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
