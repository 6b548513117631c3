type Situation = { nonce: string; isDevelopment: boolean; isSecure: boolean }

/** The Content-Security-Policy of one answer; scripts and style elements run with its nonce only. */
export const contentSecurityPolicy = ({ nonce, isDevelopment }: Pick<Situation, 'nonce' | 'isDevelopment'>) =>
  [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? ` 'unsafe-eval'` : ''}`,
    `style-src-elem 'self' 'nonce-${nonce}'`,
    `style-src-attr 'unsafe-inline'`,
    `object-src 'none'`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
  ].join('; ')

/** What every answer of the console carries. */
export const securityHeaders = (situation: Situation): Record<string, string> => ({
  'Content-Security-Policy': contentSecurityPolicy(situation),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  // Not no-referrer: under that a browser posts forms with the origin "null".
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  ...(situation.isSecure && { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' }),
})
