import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import getPort from 'get-port'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, browser } from '../../../mock-idp/clients/browser.ts'
import { signInAt } from '../../../mock-idp/clients/sign-in.ts'
import type { ProviderAccess } from '../../tenant/provider-door.ts'
import { ControlClient } from '../../tenant/testing/control-client.ts'
import { makeSchema, testDatabase } from '../../tenant/testing/open-test-store.ts'
import { bring, leave } from '../../tenant/testing/provider.ts'
import { Relay } from '../../tenant/testing/relay.ts'
import { until } from '../../tenant/testing/until.ts'
import { Visitor } from '../../tenant/testing/visitor.ts'
import { DoorstepProcess } from '../../testing/doorstep-process.ts'

/** The addresses that people know; both lead to one of the processes. */
const tenant = new Relay('http://localhost:80')
const provider = new Relay('http://localhost:80')
const originOf = ({ port }: Relay) => `http://localhost:${port}`

interface Process {
  doorstep: DoorstepProcess
  tenantPort: number
  idpPort: number
}

let schema: Awaited<ReturnType<typeof makeSchema>>
let folder: string
let first: Process
let second: Process

async function start(name: string): Promise<Process> {
  const [tenantPort, idpPort] = [await getPort(), await getPort()]
  mkdirSync(join(folder, name))
  if (name !== 'first') copyFileSync(join(folder, 'first', 'vault.key'), join(folder, name, 'vault.key'))
  const env = {
    DATABASE_URL: schema.url,
    ...{ TENANT_URL: originOf(tenant), TENANT_PORT: String(tenantPort) },
    ...{ IDP_URL: originOf(provider), IDP_PORT: String(idpPort) },
  }
  const doorstep = new DoorstepProcess({ folder: join(folder, name), env })
  await doorstep.start()
  return { doorstep, tenantPort, idpPort }
}

/** Connections that clients keep end, as they do when a process is killed behind a proxy. */
async function leadTo({ tenantPort, idpPort }: Process) {
  await Promise.all([tenant.close(), provider.close()])
  tenant.to = { host: 'localhost', port: tenantPort }
  provider.to = { host: '127.0.0.1', port: idpPort }
  await Promise.all([tenant.open(), provider.open()])
}

beforeAll(async () => {
  schema = await makeSchema(testDatabase ?? '')
  folder = mkdtempSync(join(tmpdir(), 'doorstep-'))
  await Promise.all([tenant.open(), provider.open()])
  first = await start('first')
  second = await start('second')
  await leadTo(first)
}, 120_000)
afterAll(async () => {
  for (const process of [first, second]) await process?.doorstep.kill()
  await Promise.all([tenant.close(), provider.close()])
  await schema.drop()
  rmSync(folder, { recursive: true })
})

async function sandbox(given = 'signed-out') {
  const control = await ControlClient.create(originOf(tenant), { given })
  const { url, email, provider } = control.made
  if (!provider) throw new Error('The sandbox has no provider.')
  return { control, email, provider, visitor: new Visitor(originOf(tenant), url) }
}

const personOf = ({ user, password }: ProviderAccess) => ({ name: user, password })

async function logIn({ visitor, email, provider }: Awaited<ReturnType<typeof sandbox>>, person: Browser) {
  const authorize = await leave(visitor, email)
  const { url } = await signInAt(person, authorize.href, provider.redirectUri, personOf(provider))
  return bring(visitor, provider.redirectUri, { url })
}

describe('two processes on one PostgreSQL', { timeout: 120_000 }, () => {
  it('share keys, directories and misbehaviours, and either may change them', async () => {
    const box = await sandbox()
    const { pathname } = new URL(box.provider.oidc.discoveryUrl)
    const keysAt = async ({ idpPort }: Process) => {
      const metadata = await (await fetch(`http://127.0.0.1:${idpPort}${pathname}`)).json()
      const { pathname: keys } = new URL(metadata.jwks_uri)
      return (await fetch(`http://127.0.0.1:${idpPort}${keys}`)).json()
    }
    const here = await keysAt(first)
    expect(here.keys.length).toBeGreaterThan(0)
    expect(await keysAt(second)).toEqual(here)
    const atSecond = new ControlClient(
      `http://localhost:${second.tenantPort}/control/sandboxes`,
      box.control.made,
    )
    const tell = (misbehaviour: string | null) =>
      atSecond.call('/provider/misbehaviour', { method: 'PUT', body: JSON.stringify({ misbehaviour }) })
    expect((await tell('nonce-invalid')).status).toBe(204)
    expect((await logIn(box, browser())).says).toContain('didn’t pass our checks')
    await tell(null)
    expect((await logIn(box, browser())).screen).toBe('dashboard')
    const asked: string[] = await (await atSecond.call('/provider/asked')).json()
    expect(asked.some((path) => path.includes('/token'))).toBe(true)
  })

  it('a sign-in goes on at the other when its process is killed in the middle of it', async () => {
    const box = await sandbox()
    const signedIn = await sandbox('signed-in')
    const { redirectUri, user: name, password } = box.provider
    const person = browser()
    const page = await person.open((await leave(box.visitor, box.email)).href, redirectUri)
    const asked = await person.post(page.url, { do: 'name', name }, redirectUri)
    expect(asked.html).toContain('Enter password')

    await first.doorstep.kill()
    const begun = Date.now()
    await leadTo(second)
    const kept = await until('the other answers', () =>
      person.post(asked.url, { do: 'password', name, password }, redirectUri).catch(() => undefined),
    )
    const { url } = await person.post(kept.url, { do: 'stay', stay: 'no' }, redirectUri)
    const seen = await until('the tenant answers', () =>
      bring(box.visitor, redirectUri, { url }).catch(() => undefined),
    )
    expect(seen.screen).toBe('dashboard')
    expect(Date.now() - begun).toBeLessThan(5_000)
    const events = await box.control.events((all) => all.some((event) => event.kind === 'token'))
    expect(events.map(({ n }) => n)).toEqual(events.map((_, at) => at + 1))

    // What the killed one had handed out signs in here, once.
    const other = browser()
    await other.open(signedIn.provider.signInUrl)
    const authorize = await leave(signedIn.visitor, signedIn.email)
    const through = await other.open(authorize.href, signedIn.provider.redirectUri)
    const arrived = await bring(signedIn.visitor, signedIn.provider.redirectUri, { url: through.url })
    expect(arrived.screen).toBe('dashboard')
    expect((await browser().open(signedIn.provider.signInUrl)).html).toContain('Sign in')
  })
})
