import { isNoHttp, isNoTrust, type SeenError } from './seen-error.ts'

type Sentences = { message: string; hint: string }

const UNTRUSTED = {
  message: 'Its certificate is signed by an authority that this machine does not know.',
  hint: 'If it is an authority of your own, name its certificate in NODE_EXTRA_CA_CERTS and start Lifeguard again.',
}
const NO_TLS = {
  message: 'What answers there does not speak TLS.',
  hint: 'Write http:// in place of https:// in the endpoint of this connection if it is meant so.',
}

const byCode: Readonly<Record<string, Sentences>> = {
  CERT_HAS_EXPIRED: {
    message: 'Its certificate has expired.',
    hint: 'Renew the certificate of the endpoint. If it is a good one, set the clock of the machine that runs Lifeguard.',
  },
  ERR_TLS_CERT_ALTNAME_INVALID: {
    message: 'Its certificate is for another host.',
    hint: 'Name the endpoint of this connection as its certificate does.',
  },
  EPROTO: NO_TLS,
  ERR_SSL_WRONG_VERSION_NUMBER: NO_TLS,
  ECONNREFUSED: {
    message: 'Nothing listens there.',
    hint: 'Check the network and the endpoint of this connection, and that its server runs; then try again.',
  },
  ENOTFOUND: {
    message: 'The name of its host is not known.',
    hint: 'Check the network and the endpoint of this connection: the name may be misspelt, or DNS does not answer.',
  },
  ECONNRESET: {
    message: 'The connection was cut.',
    hint: 'Check the network and the endpoint of this connection, then try again.',
  },
  EHOSTUNREACH: {
    message: 'No way leads to its host.',
    hint: 'Check the network and the endpoint of this connection: a firewall or a VPN may stand between.',
  },
}
const ALIKE: Readonly<Record<string, string>> = {
  EAI_AGAIN: 'ENOTFOUND',
  ENETUNREACH: 'EHOSTUNREACH',
  EPIPE: 'ECONNRESET',
  HOSTNAME_MISMATCH: 'ERR_TLS_CERT_ALTNAME_INVALID',
}

/** Why the service was not reached, or did not answer, as two sentences; null when it did answer. */
export function transportFault({ name, networkCode }: SeenError): Sentences | null {
  if (networkCode !== null) {
    const known = byCode[ALIKE[networkCode] ?? networkCode]
    if (known) return known
    if (isNoTrust(networkCode)) return UNTRUSTED
    if (isNoHttp(networkCode)) return NO_HTTP
  }
  return name === 'TimeoutError' || networkCode === 'ETIMEDOUT' ? LATE : null
}

const LATE = {
  message: 'No answer came in time.',
  hint: 'Check the network and the endpoint of this connection, then try again.',
}
const NO_HTTP = {
  message: 'What answers there does not speak HTTP.',
  hint: 'Check the endpoint of this connection: https:// may be meant, or another port.',
}
