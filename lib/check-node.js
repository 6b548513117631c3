const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 24 || (major === 24 && minor < 15)) {
  console.error(`Lifeguard needs Node 24.15 or newer, and this is ${process.version}.`)
  console.error('Use "npm start" or "npm run dev" after "npm ci", which brings the right one on Linux, or install it.')
  process.exit(1)
}
