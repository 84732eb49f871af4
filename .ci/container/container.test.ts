import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { matchesGlob } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { readEnvironment } from '../../site/server/environment.ts'
import { hasCaddy } from '../../site/testing/caddy.ts'
import { ignored, readText, steps, stepsThat } from './dockerfile.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const manifest = JSON.parse(readText('package.json'))
const names = {
  ...{ SITE_NAME: 'site.test', TENANT_NAME: 'tenant.test', IDP_NAME: 'idp.test' },
  DATABASE_PASSWORD: 'secret',
}

interface Service {
  environment: Record<string, string | null>
  volumes: string[]
}
const { services } = parse(readText('compose.yaml')) as {
  services: Record<'doorstep' | 'db' | 'caddy', Service>
}

/** A service's environment as Compose passes it; what has no value is not set here. */
const given = ({ environment }: Service): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value === null
        ? []
        : [[name, value.replace(/\$\{(\w+)[^}]*\}/g, (_, key: keyof typeof names) => names[key])]],
    ),
  )

const image = Object.assign({}, ...stepsThat('ENV').map(({ values }) => values)) as Record<string, string>
const settings = readEnvironment({ ...image, ...given(services.doorstep) })
const workdir = stepsThat('WORKDIR').at(-1)?.value

test('every stage has the Node of package.json, slim', () => {
  const images = stepsThat('FROM').map(({ image }) => image)
  expect(images).toEqual([1, 2].map(() => `node:${manifest.devDependencies.node}-slim`))
})

test('what is copied into it exists, and no pattern leaves it out', () => {
  const sources = stepsThat('COPY').flatMap(({ from, sources }) => (from === undefined ? sources : []))
  expect(sources).toContain('package-lock.json')
  for (const source of sources) {
    expect(existsSync(`${root}/${source}`), source).toBe(true)
    expect(
      ignored.filter((pattern) => matchesGlob(source, pattern)),
      source,
    ).toEqual([])
  }
})

test('dependencies are installed with the manifests of all workspaces', () => {
  const install = steps.findIndex((step) => step.do === 'RUN' && step.command === 'npm ci')
  const before = steps.slice(0, install).flatMap((step) => (step.do === 'COPY' ? step.sources : []))
  const wanted = manifest.workspaces.map((folder: string) => `${folder}/package.json`)
  expect(before).toEqual(expect.arrayContaining(wanted))
})

test('the database is the one that Compose makes', () => {
  const { POSTGRES_USER, POSTGRES_PASSWORD, POSTGRES_DB } = given(services.db)
  expect(settings.databaseUrl).toBe(`postgres://${POSTGRES_USER}:${POSTGRES_PASSWORD}@db:5432/${POSTGRES_DB}`)
})

test('what Git ignores is not sent to be built', () => {
  const paths = readText('.gitignore').split('\n').filter(Boolean)
  for (const path of paths.map((path) => path.replace(/\/$/, '')))
    expect(
      ignored.some((pattern) => pattern === path || pattern === `**/${path}`),
      path,
    ).toBe(true)
})

test('it runs as a user without rights, who owns the folder of the store and nothing else', () => {
  const last = steps.findLastIndex((step) => step.do === 'FROM')
  const stage = steps.slice(last)
  const user = stage.findIndex((step) => step.do === 'USER')
  expect(stage[user]).toEqual({ do: 'USER', value: 'node' })
  expect(stage.slice(user).map((step) => step.do)).not.toContain('COPY')
  const owned = stage.flatMap((step) => (step.do === 'COPY' && step.owner ? [step] : []))
  expect(owned).toMatchObject([{ target: `./${settings.dataFolder}`, owner: 'node:node' }])
  expect(stepsThat('VOLUME')).toEqual([{ do: 'VOLUME', value: `${workdir}/${settings.dataFolder}` }])
  expect(services.doorstep.volumes).toEqual([`data:${workdir}/${settings.dataFolder}`])
})

test('it starts as npm start does, and its ports are those of the settings', () => {
  expect(stepsThat('CMD').map(({ command }) => [command].flat().join(' '))).toEqual([manifest.scripts.start])
  const { sitePort, tenantPort, idpPort } = settings
  expect(stepsThat('EXPOSE')).toEqual([{ do: 'EXPOSE', ports: [sitePort, tenantPort, idpPort] }])
  expect(settings.host).toBe('0.0.0.0')
})

test('it asks for its health by a program that exists', () => {
  const [health] = stepsThat('HEALTHCHECK')
  expect(health?.command).toEqual(['node', '--import', 'tsx', 'site/server/health.ts'])
  expect(existsSync(`${root}/site/server/health.ts`)).toBe(true)
})

test('Compose sets the public addresses, and trusts the one proxy in front', () => {
  expect(settings).toMatchObject({
    siteUrl: 'https://site.test',
    tenantUrl: 'https://tenant.test',
    idpUrl: 'https://idp.test',
    trustProxy: 1,
    smtpHost: '127.0.0.1',
  })
})

test.runIf(hasCaddy)('Caddy passes each name on to the port of its party', () => {
  const args = ['adapt', '--adapter', 'caddyfile', '--config', `${root}/Caddyfile`]
  const env = { ...process.env, ...given(services.caddy) }
  const { stdout, stderr } = spawnSync('caddy', args, { env, encoding: 'utf8' })
  expect(stdout, stderr).not.toBe('')
  const { routes, listen } = JSON.parse(stdout).apps.http.servers.srv0
  expect(listen).toEqual([':443'])
  const dials = (routes as { match: [{ host: string[] }] }[]).map((route) => [
    route.match[0].host.join(),
    /"dial":"([^"]+)"/.exec(JSON.stringify(route))?.[1],
  ])
  expect(Object.fromEntries(dials)).toEqual({
    'site.test': `doorstep:${settings.sitePort}`,
    'tenant.test': `doorstep:${settings.tenantPort}`,
    'idp.test': `doorstep:${settings.idpPort}`,
  })
})
