import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { environmentSchema } from '../lib/config/environment.ts'
import { readConfig, type Variables } from '../lib/config/read-config.ts'
import { SECRET_FILES } from '../lib/config/secret-files.ts'
import { sourceFiles } from '../lib/start/source-stamp.ts'
import { composeSchema, deploymentSchema, serviceSchema } from './deploy-shapes.ts'
import { instructionsOf, pairsOf, readDeployFile, unitOf } from './deploy-files.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const { scripts, dependencies } = JSON.parse(readDeployFile('package.json')) as Record<string, Record<string, string>>
const command = scripts?.start?.split(' ') ?? []
const dockerfile = instructionsOf(readDeployFile('Dockerfile'))
const runtime = dockerfile.filter(({ stage }) => stage === 2)
const valuesOf = (name: string) => runtime.filter((one) => one.name === name).map(({ value }) => value)
const image = pairsOf(valuesOf('ENV').join(' '))
const compose = composeSchema.parse(parse(readDeployFile('deploy/compose.yaml')))
const unit = unitOf(readDeployFile('deploy/lifeguard.service'))
const unitVariables = pairsOf((unit.get('Environment') ?? []).join(' '))
const resources = parseAllDocuments(readDeployFile('deploy/kubernetes.yaml')).map((one) => one.toJS() as unknown)
const { spec: deployment } = deploymentSchema.parse(resources[1])
const pod = deployment.template.spec
const [container] = pod.containers
const podVariables = Object.fromEntries(container.env.map(({ name, value }) => [name, value]))
const routeOf = (path: string) => existsSync(join(root, 'app', path, 'route.ts'))

const LOADS = /(?:^import|^(?:import|export) (?!type )[^'\n]* from|^\} from|\bimport\() ?'([^']+)'/gm

/** What the program reads of such variables, where each file of a secret holds one and that of the configuration is given. */
function configOf(variables: Variables, settings: string) {
  const secrets: Record<string, string> = {
    database_url: 'postgres://lifeguard:secret@postgres:5432/lifeguard',
    audit_key: 'MC4CAQAwBQYDK2VwBCIEIM10Dy1hZyp4z4d+SOBiX4pH02e547SU6L/ZlaavAQHz',
    actions_key: Buffer.alloc(32).toString('base64'),
  }
  const read = (path: string) =>
    path.endsWith('.json') ? settings : (secrets[path.split('/').at(-1) ?? ''] ?? 'a-secret-of-the-tests')
  return readConfig(variables, read, '/app')
}

describe('the image', () => {
  test('runs the start script itself, as a user without rights, on what Kubernetes and Compose expect', () => {
    expect(JSON.parse(valuesOf('CMD')[0] ?? '')).toEqual(command)
    expect(valuesOf('USER')).toEqual(['1000:1000'])
    expect(image).toMatchObject({ HOST: '0.0.0.0', NODE_ENV: 'production' })
    expect(valuesOf('EXPOSE')).toEqual([image.PORT])
  })

  test('writes nowhere but to its volume', () => {
    expect(valuesOf('VOLUME')).toEqual([image.LIFEGUARD_DATA_DIR])
    expect(image.TMPDIR).toBe(image.LIFEGUARD_DATA_DIR)
  })

  test('asks a route that is there for its health, without curl', () => {
    const [check = ''] = valuesOf('HEALTHCHECK')
    expect(check).toMatch(/CMD \["node", "-e", "fetch\(/)
    expect(routeOf(/\$\{process\.env\.PORT\}([\w/]+)`/.exec(check)?.[1] ?? 'nowhere')).toBe(true)
  })

  test('copies only what is there and what its context lets in', () => {
    const allowed = readDeployFile('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1))
    const sources = dockerfile
      .filter(({ name, value }) => name === 'COPY' && !value.startsWith('--from'))
      .flatMap(({ value }) => value.split(' ').slice(0, -1))
    expect(sources).toContain('lib')
    expect(sources.filter((path) => !existsSync(join(root, path)))).toEqual([])
    expect([...new Set(sources)].toSorted()).toEqual(allowed.toSorted())
  })

  test('holds all that its stamp is made of, so that its start does not build', () => {
    const copied = valuesOf('COPY').flatMap((value) =>
      value
        .split(' ')
        .filter((path) => path.startsWith('/app/'))
        .map((path) => path.slice('/app/'.length)),
    )
    expect(copied).toContain('.next')
    expect(sourceFiles.filter((path) => existsSync(join(root, path)) && !copied.includes(path))).toEqual([])
  })

  test('has every package that the launcher loads', () => {
    const seen = new Set<string>()
    const packages = new Set<string>()
    const follow = (file: string) => {
      if (seen.has(file)) return
      seen.add(file)
      const text = readFileSync(join(root, file), 'utf8')
      for (const [, name = ''] of text.matchAll(LOADS))
        if (name.startsWith('.')) follow(join(dirname(file), name))
        else if (!name.startsWith('node:'))
          packages.add(
            name
              .split('/')
              .slice(0, name.startsWith('@') ? 2 : 1)
              .join('/'),
          )
    }
    for (const file of [...globSync('lib/start/*.ts', { cwd: root }), 'lib/db/read-worker.ts', 'lib/emulator/main.ts'])
      if (!/[.-](?:for-)?tests?\.ts$/.test(file)) follow(file)
    expect([...packages]).toEqual(expect.arrayContaining(['pg', 'kysely', 'zod']))
    expect([...packages].filter((name) => dependencies?.[name] === undefined)).toEqual([])
  })
})

test.each<[string, Record<string, string>]>([
  ['the image', image],
  ['Compose', compose.services.lifeguard.environment],
  ['systemd', unitVariables],
  ['Kubernetes', podVariables],
])('%s names only variables that are read', (_, variables) => {
  const known = [...Object.keys(environmentSchema.shape), ...SECRET_FILES, 'TMPDIR']
  expect(Object.keys(variables).length).toBeGreaterThan(3)
  expect(Object.keys(variables).filter((name) => !known.includes(name))).toEqual([])
})

describe('Compose', () => {
  const { lifeguard, postgres } = compose.services

  test('gives a configuration that the program takes', () => {
    const variables = { ...image, ...lifeguard.environment, LIFEGUARD_URL: 'https://lifeguard.example.com' }
    const result = configOf(variables, readDeployFile('deploy/lifeguard.config.json'))
    expect(result).toMatchObject({
      ok: true,
      config: { host: '0.0.0.0', port: 3000, metricsToken: expect.any(String) },
    })
    expect(compose.networks.front?.ipam?.config).toEqual([{ subnet: result.ok && result.config.trustedProxies[0] }])
  })

  test('runs without rights on a file system that is not written to', () => {
    expect(lifeguard).toMatchObject({ user: valuesOf('USER')[0], read_only: true, cap_drop: ['ALL'] })
    expect(lifeguard.tmpfs).toEqual([`${image.LIFEGUARD_DATA_DIR}:uid=1000,gid=1000,mode=0700`])
    expect(lifeguard.ports).toEqual([`127.0.0.1:3000:${image.PORT}`])
  })

  test('hands over each secret that it names', () => {
    const files = [...Object.values(lifeguard.environment), ...Object.values(postgres.environment)]
    const named = files.filter((value) => value.startsWith('/run/secrets/')).map((value) => value.slice(13))
    expect(named.length).toBeGreaterThan(4)
    expect([...lifeguard.secrets, ...postgres.secrets].toSorted()).toEqual(named.toSorted())
    expect(Object.keys(compose.secrets).toSorted()).toEqual([...new Set(named)].toSorted())
  })

  test('has a proxy with TLS in front that holds nothing back and finds the port of the image', () => {
    const caddy = readDeployFile('deploy/Caddyfile')
    expect(caddy).toContain('flush_interval -1')
    expect(caddy).toContain(`dynamic a lifeguard ${image.PORT} {`)
    expect(caddy).not.toMatch(/header_up/)
    const tls = readDeployFile('deploy/compose.tls.yaml')
    expect(tls).toContain('proxy: { file: ./Caddyfile }')
    expect(tls).toContain('ports: !reset []')
  })
})

describe('the systemd unit', () => {
  test('runs the start script and stops it by SIGTERM, in its own time', () => {
    expect(unit.get('ExecStart')).toEqual([['/usr/bin/node', ...command.slice(1)].join(' ')])
    expect(unit.get('Type')).toEqual(['exec'])
    expect(unit.get('KillSignal')).toEqual(['SIGTERM'])
    expect(unit.get('KillMode')).toEqual(['mixed'])
  })

  test('writes only to its own directory, with no rights but those of its user', () => {
    expect(unit.get('ProtectSystem')).toEqual(['strict'])
    expect(unit.get('NoNewPrivileges')).toEqual(['yes'])
    expect(unit.get('CapabilityBoundingSet')).toEqual([''])
    expect(unit.get('User')).not.toEqual(['root'])
    expect(unitVariables.LIFEGUARD_DATA_DIR).toBe(`/var/lib/${unit.get('StateDirectory')?.[0]}`)
    expect(unit.has('MemoryDenyWriteExecute')).toBe(false)
  })

  test('gives a configuration that the program takes, with the secrets that it loads', () => {
    expect(configOf(unitVariables, readDeployFile('deploy/lifeguard.config.json'))).toMatchObject({ ok: true })
    const loaded = unit.get('LoadCredential')?.map((value) => `%d/${value.split(':', 1)[0]}`)
    const named = Object.values(unitVariables).filter((value) => value.startsWith('%d/'))
    expect(named.length).toBeGreaterThan(0)
    expect(loaded?.toSorted()).toEqual(named.toSorted())
  })
})

describe('Kubernetes', () => {
  test('runs two copies without rights on a file system that is not written to', () => {
    expect(deployment.replicas).toBe(2)
    expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 1000 })
    expect(container.securityContext).toMatchObject({ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true })
    const data = container.volumeMounts.find(({ mountPath }) => mountPath === image.LIFEGUARD_DATA_DIR)
    expect(pod.volumes).toContainEqual({ name: data?.name, emptyDir: {} })
  })

  test('asks routes that are there, at the port of the image', () => {
    expect(container.ports).toEqual([{ name: 'http', containerPort: Number(image.PORT) }])
    expect(serviceSchema.parse(resources[3]).spec.ports).toEqual([{ name: 'http', port: 80, targetPort: 'http' }])
    const { startupProbe, livenessProbe, readinessProbe } = container
    expect([startupProbe, livenessProbe, readinessProbe].map(({ httpGet }) => httpGet)).toEqual([
      { path: '/api/health', port: 'http' },
      { path: '/api/health', port: 'http' },
      { path: '/api/ready', port: 'http' },
    ])
    expect([livenessProbe, readinessProbe].map(({ httpGet }) => routeOf(httpGet.path))).toEqual([true, true])
  })

  test('waits before the stop until nobody sends any more, and longer than a stop takes', () => {
    expect(container.lifecycle.preStop.exec.command).toEqual(['sleep', '5'])
    expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(40)
  })

  test('gives a configuration that the program takes, and no variable besides', () => {
    const { data } = resources[0] as { data: Record<string, string> }
    const result = configOf({ ...image, ...podVariables }, data['lifeguard.config.json'] ?? '')
    expect(result).toMatchObject({ ok: true, config: { databaseUrl: expect.stringContaining('postgres:') } })
    expect(pod.enableServiceLinks).toBe(false)
    expect(configOf({ ...image, ...podVariables, LIFEGUARD_PORT: 'tcp://10.0.0.1:80' }, '').ok).toBe(false)
  })
})
