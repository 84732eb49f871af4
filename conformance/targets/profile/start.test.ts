import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packs } from '@doorstep/machines'
import type { BrowserContext } from '@playwright/test'
import { decodeJwt } from 'jose'
import { discovery } from 'openid-client'
import { afterEach, describe, expect, test } from 'vitest'
import { browser } from '../../../mock-idp/clients/browser.ts'
import { targetAddress } from './address.ts'
import type { Deployment } from './deployment.ts'
import type { StartTools } from './functions.ts'
import { openDeployment } from './open.ts'
import { type StartedDeployment, startDeployment } from './start.ts'

const URL_OF_OURS = 'http://ours.example'
const open: StartedDeployment[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

async function start(deployment: Partial<Deployment>, defect?: string) {
  const whole: Deployment = {
    name: 'Ours',
    givens: async () => ({ email: 'ada@example.com' }),
    ...deployment,
  }
  const profile = {
    deployment: whole,
    file: 'doorstep.config.ts',
    path: '/doorstep.config.ts',
    cache: '/cache',
    packs,
  }
  const started = await startDeployment(profile, mkdtempSync(join(tmpdir(), 'doorstep-start-')), defect)
  open.push(started)
  return { ...started, deployment: whole }
}

const listens = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' })
    socket.once('connect', () => socket.destroy() && resolve(true)).once('error', () => resolve(false))
  })

test('a start that fails leaves no process of its own behind', async () => {
  const waits = ['-e', 'setInterval(() => {}, 1000)']
  const children: ChildProcess[] = []
  const failing = start({
    async start() {
      children.push(spawn(process.execPath, waits), spawn(process.execPath, waits, { detached: true }))
      throw new Error('no database')
    },
  })
  await expect(failing).rejects.toThrow('Ours could not be started: no database')
  expect(children.map(({ signalCode }) => signalCode)).toEqual(['SIGTERM', 'SIGTERM'])
})

test('what start answers travels to other processes as JSON', async () => {
  const asked: StartTools[] = []
  const { address } = await start(
    {
      async start(tools) {
        asked.push(tools)
        return { url: URL_OF_OURS, data: { key: ['k', 1, null] } }
      },
    },
    'a-fault',
  )
  expect(asked).toEqual([{ defect: 'a-fault' }])
  expect(targetAddress.parse(JSON.parse(JSON.stringify(address)))).toEqual({
    file: 'doorstep.config.ts',
    path: '/doorstep.config.ts',
    cache: '/cache',
    url: URL_OF_OURS,
    data: { key: ['k', 1, null] },
  })
})

test('a deployment that runs anyway needs no start', async () => {
  const { address } = await start({ url: URL_OF_OURS })
  expect(address).toMatchObject({ url: URL_OF_OURS, data: null })
})

describe('what cannot be started is one sentence, and what had begun is ended', () => {
  const failure = async (deployment: Partial<Deployment>) => {
    let port = 0
    const { start: own } = deployment
    const error: unknown = await start({
      mailbox: { kind: 'smtp', port: 0 },
      ...deployment,
      async start(tools) {
        port = tools.smtp?.port ?? 0
        expect(await listens(port)).toBe(true)
        return (await own?.(tools)) ?? { data: null }
      },
    }).catch((error: unknown) => error)
    expect(await listens(port)).toBe(false)
    return error
  }

  test('its own mistake', async () => {
    expect(await failure({ start: () => Promise.reject(new Error('set OURS_KEY')) })).toMatchObject({
      code: 'target-unstartable',
      message: 'Ours could not be started: set OURS_KEY',
    })
  })

  test('no address', async () => {
    expect(await failure({})).toMatchObject({
      message: 'Ours could not be started: neither `url` nor `start` says where its login page is',
    })
  })

  test('data that is no JSON', async () => {
    const started = { url: URL_OF_OURS, data: { at: () => 1 } as never }
    expect(await failure({ start: async () => started })).toMatchObject({
      message: expect.stringContaining('what its start answers is not { url, data, close }: data'),
    })
  })
})

test('a taken port is named', async () => {
  const { port } = await new Promise<{ port: number }>((resolve) => {
    void start({
      url: URL_OF_OURS,
      mailbox: { kind: 'smtp', port: 0 },
      async start({ smtp }) {
        resolve({ port: smtp?.port ?? 0 })
        return { data: null }
      },
    })
  })
  await expect(start({ url: URL_OF_OURS, mailbox: { kind: 'smtp', port } })).rejects.toThrow(
    `Ours could not be started: The mail server can't use port ${port}`,
  )
})

describe('the bundled identity provider', () => {
  const redirectUri = 'http://ours.example/callback'
  const settings: Partial<Deployment> = { url: URL_OF_OURS, provider: { kind: 'mock-idp', redirectUri } }

  test('is one that a client can discover, and `start` receives it', async () => {
    let received: StartTools['provider']
    await start({
      ...settings,
      async start({ provider }) {
        received = provider
        return { data: null }
      },
    })
    expect(received?.redirectUri).toBe(redirectUri)
    const found = await discovery(
      new URL(received?.discoveryUrl ?? ''),
      received?.clientId ?? '',
      {},
      undefined,
      {
        execute: [(await import('openid-client')).allowInsecureRequests],
      },
    )
    expect(found.serverMetadata().issuer).toBe(received?.issuer)
  })

  test('has a new account for each arrangement', async () => {
    const { address, deployment } = await start({ ...settings, protectedPage: { path: '/home' } })
    const target = openDeployment(deployment, targetAddress.parse(JSON.parse(JSON.stringify(address))), packs)
    expect(target.capabilities).toEqual(['identity-provider'])
    const { provider } = await target.arrange('log-in-sso', 'signed-out')
    expect(provider).toMatchObject({
      redirectUri,
      user: { name: 'ada@example.com' },
      stranger: { name: 'ada-stranger@example.com' },
    })
    const again = await target.arrange('log-in-sso', 'signed-out')
    expect(again.provider?.user.password).not.toBe(provider?.user.password)
  })

  test('says that it has verified the address', async () => {
    const { address, deployment } = await start({ ...settings, protectedPage: { path: '/home' } })
    const { arrange } = openDeployment(deployment, address, packs)
    const { provider } = await arrange('log-in-sso', 'signed-in')
    const person = browser()
    const page = { goto: (url: string) => person.open(url), close: async () => {} }
    await provider?.signIn?.({ newPage: async () => page } as unknown as BrowserContext)
    const { discoveryUrl = '', clientId: client_id = '', clientSecret: client_secret = '' } = provider ?? {}
    const { authorization_endpoint, token_endpoint } = await (await fetch(discoveryUrl)).json()
    const asked = { client_id, response_type: 'code', scope: 'openid email', redirect_uri: redirectUri }
    const back = await person.open(`${authorization_endpoint}?${new URLSearchParams(asked)}`, redirectUri)
    const code = new URL(back.url).searchParams.get('code') ?? ''
    const grant = {
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      client_id,
      client_secret,
    }
    const answer = await fetch(token_endpoint, { method: 'POST', body: new URLSearchParams(grant) })
    const { id_token } = await answer.json()
    expect(decodeJwt(id_token)).toMatchObject({
      email: 'ada@example.com',
      email_verified: true,
      xms_edov: true,
    })
  })

  test('sends people back to a path below the deployment, once it is known where that is', async () => {
    const provider = { kind: 'mock-idp', redirectUri: '/callback?by=idp' } as const
    const { address } = await start({ provider, start: async () => ({ url: URL_OF_OURS, data: null }) })
    expect(address.provider?.redirectUri).toBe(`${URL_OF_OURS}/callback?by=idp`)
    const { discoveryUrl = '', clientId = '' } = address.provider ?? {}
    const { authorization_endpoint } = await (await fetch(discoveryUrl)).json()
    const ask = async (redirect_uri: string) => {
      const query = { client_id: clientId, response_type: 'code', scope: 'openid', redirect_uri }
      return (await fetch(`${authorization_endpoint}?${new URLSearchParams(query)}`)).text()
    }
    expect(await ask(`${URL_OF_OURS}/elsewhere`)).toContain('AADSTS50011')
    expect(await ask(`${URL_OF_OURS}/callback?by=idp`)).not.toContain('AADSTS50011')
  })

  test('misbehaves on request, and behaves again for a new person', async () => {
    const { address, deployment } = await start({ ...settings, protectedPage: { path: '/home' } })
    const { arrange } = openDeployment(deployment, address, packs)
    const issuer = async () => (await (await fetch(address.provider?.discoveryUrl ?? '')).json()).issuer
    const { provider } = await arrange('log-in-sso', 'signed-out')
    await provider?.misbehave?.('discovery-issuer-mismatch')
    expect(await issuer()).not.toBe(address.provider?.issuer)
    await provider?.misbehave?.(undefined)
    expect(await issuer()).toBe(address.provider?.issuer)
    await provider?.misbehave?.('discovery-issuer-mismatch')
    await arrange('log-in-sso', 'signed-out')
    expect(await issuer()).toBe(address.provider?.issuer)
  })
})
