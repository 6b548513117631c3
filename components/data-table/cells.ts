/** Rows as texts: a head for each column, and a text for each in every row. */
export type Cells = { heads: string[]; rows: string[][] }
