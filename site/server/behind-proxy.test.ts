import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { freePorts, hasCaddy, startCaddy } from '../testing/caddy.ts'
import { readEnvironment } from './environment.ts'
import { startEverything } from './start-everything.ts'

/** Three public origins, on one name or on three, with ports that are free. */
const placements = {
  'three names': (port: number) =>
    ['site', 'tenant', 'idp'].map((name) => `https://${name}.doorstep.test:${port}`),
  'one name with three ports': (port: number, second: number, third: number) =>
    [port, second, third].map((each) => `https://doorstep.test:${each}`),
}

async function startBehind(place: (...ports: [number, number, number]) => string[]) {
  const [port = 0, second = 0, third = 0, ...own] = await freePorts(8)
  const [SITE_URL = '', TENANT_URL = '', IDP_URL = ''] = place(port, second, third)
  const [PORT = 0, TENANT_PORT = 0, IDP_PORT = 0, IDP_TLS_PORT = 0, SMTP_PORT = 0] = own
  const pages = mkdtempSync(join(tmpdir(), 'doorstep-pages-'))
  writeFileSync(join(pages, 'index.html'), 'the site')
  const ports = Object.entries({ PORT, TENANT_PORT, IDP_PORT, IDP_TLS_PORT, SMTP_PORT })
  const env = Object.fromEntries(ports.map(([name, each]) => [name, String(each)]))
  const everything = await startEverything(
    readEnvironment({ ...env, SITE_URL, TENANT_URL, IDP_URL, DATA_DIR: ':memory:', TRUST_PROXY: 'loopback' }),
    pages,
  )
  const caddy = await startCaddy({ [SITE_URL]: PORT, [TENANT_URL]: TENANT_PORT, [IDP_URL]: IDP_PORT })
  return {
    ...{ ask: caddy.ask, SITE_URL, TENANT_URL, IDP_URL, port: TENANT_PORT },
    async close() {
      await caddy.close()
      await everything.close()
      rmSync(pages, { recursive: true })
    },
  }
}

describe.runIf(hasCaddy)('behind Caddy with TLS', () => {
  it.each(Object.entries(placements))(
    'on %s everyone is found at the public addresses',
    async (_what, place) => {
      const { ask, SITE_URL, TENANT_URL, IDP_URL, close } = await startBehind(place)
      try {
        const page = await ask(SITE_URL)
        expect(await page.text()).toBe('the site')
        expect(page.headers.get('content-security-policy')).toContain(
          `frame-src 'self' ${TENANT_URL} ${IDP_URL}`,
        )
        expect(await (await ask(`${SITE_URL}/live.json`)).json()).toMatchObject({ tenant: TENANT_URL })

        const headers = { origin: SITE_URL }
        const made = await ask(`${TENANT_URL}/control/sandboxes`, { method: 'POST', headers })
        expect(made.status).toBe(201)
        expect(made.headers.get('access-control-allow-origin')).toBe(SITE_URL)
        const sandbox = (await made.json()) as { id: string; key: string; url: string; email: string }
        expect(sandbox.url).toBe(`${TENANT_URL}/t/${sandbox.id}`)

        const control = `${TENANT_URL}/control/sandboxes/${sandbox.id}`
        const withKey = { headers: { authorization: `Bearer ${sandbox.key}` } }
        const mail = (await (await ask(`${control}/mails/1`, withKey)).json()) as {
          links: { href: string }[]
        }
        expect(mail.links.length).toBeGreaterThan(1)
        for (const { href } of mail.links) expect(new URL(href).origin).toBe(TENANT_URL)

        const logIn = await ask(`${sandbox.url}/log-in`)
        const [cookie = ''] = logIn.headers.getSetCookie()
        expect(cookie).toMatch(/^__Secure-doorstep-form=.*Secure/)
        expect(logIn.headers.get('content-security-policy')).toContain(`frame-ancestors ${SITE_URL}`)
        expect(logIn.headers.get('strict-transport-security')).toBeNull()
        const form = new URLSearchParams({ email: sandbox.email })
        const cross = { origin: 'https://evil.example', cookie: cookie.split(';')[0] ?? '' }
        const refused = await ask(`${sandbox.url}/log-in/email`, {
          method: 'POST',
          headers: cross,
          body: form,
        })
        expect(refused.status).toBe(403)

        const discovery = await ask(`${IDP_URL}/`)
        expect(discovery.status).toBe(200)
      } finally {
        await close()
      }
    },
  )

  it('a stream goes through, as it happens', async () => {
    const { ask, TENANT_URL, close } = await startBehind(placements['three names'])
    try {
      const made = await ask(`${TENANT_URL}/control/sandboxes`, { method: 'POST' })
      const { id, key } = (await made.json()) as { id: string; key: string }
      const headers = { authorization: `Bearer ${key}`, 'last-event-id': '0' }
      const stream = await ask(`${TENANT_URL}/control/sandboxes/${id}/events`, { headers })
      const reader = stream.body?.getReader()
      const { value } = (await reader?.read()) ?? {}
      expect(Buffer.from(value ?? []).toString()).toContain('"kind":"mail"')
      await reader?.cancel()
    } finally {
      await close()
    }
  })

  it('answers a caller who asks too often with the time to wait, and forged headers make nobody else of them', async () => {
    const { ask, TENANT_URL, close } = await startBehind(placements['three names'])
    try {
      const make = (n: number) =>
        ask(`${TENANT_URL}/control/sandboxes`, {
          method: 'POST',
          headers: { 'x-forwarded-for': `198.51.100.${n % 250}`, 'content-type': 'text/plain' },
          body: 'no sandbox',
        })
      const statuses = new Set<number>()
      for (let n = 0; n < 320; n++) statuses.add((await make(n)).status)
      expect([...statuses]).toEqual([415])
      // While a slow machine asks, some of the allowance comes back.
      let refused = await make(320)
      for (let n = 321; refused.status === 415 && n < 1000; n++) refused = await make(n)
      expect(refused.status).toBe(429)
      expect(refused.headers.get('retry-after')).toMatch(/^[12]$/)
    } finally {
      await close()
    }
  })
})
