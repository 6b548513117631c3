/**
 * Runs before anything is drawn, so that a hidden column is never seen and no row changes its height: how the person
 * wants tables to be, as `table-looks.ts` keeps it.
 */
export const looksScript =
  'try{const s=new CSSStyleSheet();s.replaceSync(localStorage.getItem("lifeguard tables css")||"");document.adoptedStyleSheets=[s]}catch{}'
