/** An act on more than so many has their number typed. */
export const TYPED_ABOVE = 60
