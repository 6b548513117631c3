/** Where test runs leave their results, from the repository's root. */
export const RESULTS = 'test-results'
export const UNIT_REPORT = `${RESULTS}/unit.json`
export const BROWSER_REPORT = `${RESULTS}/browser.json`
