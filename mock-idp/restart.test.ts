import { existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { browser } from './clients/browser.ts'
import { type Fixture, fixture, redirectUri, user } from './clients/fixture.ts'
import { signInAt } from './clients/sign-in.ts'
import { type MockIdp, sqliteStore, startMockIdp } from './index.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'idp-restart-'))

const metadataOf = async (issuer: string) =>
  (await fetch(`${issuer}/.well-known/openid-configuration`)).json()
const kids = async (idp: MockIdp, { directory }: Fixture) => {
  const { keys } = await (await fetch((await metadataOf(idp.issuer(directory))).jwks_uri)).json()
  return keys.map(({ kid }: { kid: string }) => kid)
}

/** A provider that can be stopped and started again, at the same port. */
async function restartable(fixtures: Fixture[], file = join(folder(), 'idp.sqlite')) {
  const directories = () => fixtures.map(({ directory }) => structuredClone(directory))
  const start = async (port: number) => {
    const store = sqliteStore(file)
    const idp = await startMockIdp({ port, store, directories: directories() })
    return { idp, stop: () => idp.close().then(() => store.close()) }
  }
  let running = await start(0)
  return {
    idp: () => running.idp,
    async restart() {
      const port = Number(new URL(running.idp.url).port)
      await running.stop()
      running = await start(port)
      // Connections of before are still being noticed as closed.
      const answers = () =>
        fetch(running.idp.url).then(
          () => true,
          () => false,
        )
      await expect.poll(answers).toBe(true)
    },
    close: () => running.stop(),
  }
}

async function login(idp: MockIdp, { directory, application, secret }: Fixture, person = browser()) {
  const { authorization_endpoint, token_endpoint } = await metadataOf(idp.issuer(directory))
  const params = {
    client_id: application.appId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid offline_access',
  }
  const url = `${authorization_endpoint}?${new URLSearchParams(params)}`
  const exchange = async (form: Record<string, string>) => {
    const body = new URLSearchParams({ client_id: application.appId, client_secret: secret, ...form })
    const answer = await fetch(token_endpoint, { method: 'POST', body })
    return { status: answer.status, body: await answer.json() }
  }
  const page = await signInAt(person, url, redirectUri, user)
  const code = new URL(page.url).searchParams.get('code') ?? ''
  const redeem = () => exchange({ grant_type: 'authorization_code', redirect_uri: redirectUri, code })
  const refresh = (refresh_token: string) => exchange({ grant_type: 'refresh_token', refresh_token })
  return { person, url, redeem, refresh }
}

test.each(['entra', 'oidc'] as const)(
  '%s: a code, a refresh token, the session and the keys outlive a restart, and a code is spent for good',
  async (kind) => {
    const at = fixture(kind, {}, kind === 'entra' ? 'aaaaaaaa-0000-4000-8000-000000000001' : 'kept')
    at.directory.revision = '1'
    const server = await restartable([at])
    const before = await kids(server.idp(), at)
    const { person, url, redeem, refresh } = await login(server.idp(), at)
    await server.restart()
    const tokens = await redeem()
    expect(tokens.status).toBe(200)
    await server.restart()
    expect((await refresh(tokens.body.refresh_token)).status).toBe(200)
    expect((await person.open(url, redirectUri)).status).toBe(0)
    expect(await kids(server.idp(), at)).toEqual(before)
    expect((await redeem()).status).toBe(400)
    await server.close()
  },
)

test('what was registered, misbehaves, and has keys of its own stays so; a changed configuration wins', async () => {
  const at = fixture('entra', {}, 'aaaaaaaa-0000-4000-8000-000000000002')
  const other = fixture('entra', {}, 'aaaaaaaa-0000-4000-8000-000000000003')
  at.directory.revision = '1'
  const server = await restartable([at, other])
  const [directory] = await server.idp().store.list()
  const registration = {
    method: 'POST',
    headers: { authorization: `Bearer ${directory?.managementToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ displayName: 'Registered later' }),
  }
  await fetch(`${server.idp().url}/${at.directory.id}/graph/v1.0/applications`, registration)
  await server.idp().misbehave(at.directory.id, 'expired')
  await server.idp().setClock(at.directory.id, 5000)
  await server.idp().rotateKeys(at.directory.id)
  const rotated = await kids(server.idp(), at)

  await server.restart()
  const kept = await server.idp().store.get(at.directory.id)
  expect(kept?.applications.map(({ displayName }) => displayName)).toContain('Registered later')
  expect(kept).toMatchObject({ misbehaviour: 'expired', clockOffset: 5000 })
  expect(await kids(server.idp(), at)).toEqual(rotated)
  expect(await kids(server.idp(), other)).not.toEqual(rotated)

  at.directory.revision = '2'
  await server.restart()
  expect(await server.idp().store.get(at.directory.id)).not.toHaveProperty('misbehaviour')
  await server.close()
})

test('a directory takes its codes, sessions and keys with it, key files too', async () => {
  const dataFolder = folder()
  const at = fixture('oidc')
  const idp = await startMockIdp({ directories: [at.directory], dataFolder })
  const { redeem } = await login(idp, at)
  expect(existsSync(join(dataFolder, 'keys-oidc-harbour.json'))).toBe(true)
  await idp.removeDirectory(at.directory.id)
  expect(readdirSync(dataFolder)).toEqual(['keys-cookies.json'])
  await idp.addDirectory(at.directory)
  expect((await redeem()).status).toBe(400)
  await idp.close()
})
