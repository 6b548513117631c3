const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 24 || (major === 24 && minor < 15)) {
  process.stderr.write(`Lifeguard needs Node 24.15 or newer, and this is ${process.version}.
Use "npm start" or "npm run dev" after "npm ci", which brings the right one on Linux, or install it.\n`)
  process.exit(1)
}
