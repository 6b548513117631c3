/**
 * A whole number with its thousands apart: "12,345". The browser's own way reads all that it knows of languages first,
 * which a phone takes a tenth of a second for while it opens the page.
 */
export const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
