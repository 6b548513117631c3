const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 24 || (major === 24 && minor < 15)) {
  console.error(`Lifeguard needs Node 24.15 or newer (this is ${process.version}). Run it through npm: "npm start" or "npm run dev".`)
  process.exit(1)
}

/** @type {import('next').NextConfig} */
export default {
  reactCompiler: true,
  reactStrictMode: true,
  poweredByHeader: false,
  agentRules: false,
  serverExternalPackages: ['pino', 'pg', 'kysely'],
  experimental: { agentUpgrade: false },
}
