import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningSite, startSite } from './start-site.ts'
import { swapIn } from './swap-in.ts'

let site: RunningSite
let pages: string
beforeAll(async () => {
  pages = await mkdtemp(join(tmpdir(), 'doorstep-pages-'))
  await writeFile(
    join(pages, 'index.html'),
    '<script>alert(1)</script><script src="/x.js"></script><script type="module">if (1 < 2) go()</script>',
  )
  site = await startSite({ port: 0, pages })
})
afterAll(async () => {
  await site.close()
  await rm(pages, { recursive: true })
})

const header = async (name: string, url = site.url) => (await fetch(url)).headers.get(name)

describe('the name of the site', () => {
  const open = (url: string, accept = 'text/html') => fetch(url, { headers: { accept }, redirect: 'manual' })
  const byAddress = (path: string) => `${site.url.replace('localhost', '127.0.0.1')}${path}`

  it('is the one to which a page is sent that is opened by another name of this machine', async () => {
    const { status, headers } = await open(byAddress('/flows/log-in/?embed=1'))
    expect([status, headers.get('location')]).toEqual([302, `${site.url}/flows/log-in/?embed=1`])
    expect((await open(`${site.url}/`)).status).toBe(200)
  })

  it('changes nothing for what is no page', async () => {
    expect((await open(byAddress('/'), 'application/json')).status).toBe(200)
  })
})

describe('headers of the site', () => {
  it('let in its own scripts, and the parties of live mode once they are known', async () => {
    const before = await header('content-security-policy')
    // echo -n 'alert(1)' | openssl dgst -sha256 -binary | base64
    expect(before).toContain("script-src 'self' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='")
    expect(before?.match(/sha256-/g)).toHaveLength(2)
    expect(before).toContain("default-src 'none'")
    expect(before).toContain("img-src 'self' data:;")
    expect(before).toContain("connect-src 'self' data:;")
    site.announce({ tenant: 'https://t.example', pack: '', flows: [], paths: {}, misbehaviours: [] }, [
      'https://i.example',
    ])
    const after = await header('content-security-policy')
    expect(after).toContain("connect-src 'self' data: https://t.example https://i.example;")
    expect(after).toContain("frame-src 'self' https://t.example https://i.example;")
  })

  it('follow a build that takes the place of the pages', async () => {
    const aside = await mkdtemp(join(tmpdir(), 'doorstep-pages-'))
    await writeFile(join(aside, 'index.html'), '<script>alert(2)</script>')
    swapIn(aside, pages)
    const policy = await header('content-security-policy')
    expect(policy).not.toContain('bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF')
    expect(policy?.match(/sha256-/g)).toHaveLength(1)
  })

  it('ask for TLS for ever only when that is wanted', async () => {
    expect(await header('strict-transport-security')).toBeNull()
    const wanted = await startSite({ port: 0, pages, hsts: true })
    expect(await header('strict-transport-security', wanted.url)).toBe('max-age=31536000')
    await wanted.close()
  })

  it('ask for it only over TLS, where a trusted proxy says how it was asked', async () => {
    const behind = await startSite({ port: 0, pages, hsts: true, trustProxy: 1 })
    const asked = async (scheme: string) =>
      (await fetch(behind.url, { headers: { 'x-forwarded-proto': scheme } })).headers.get(
        'strict-transport-security',
      )
    expect(await asked('http')).toBeNull()
    expect(await asked('https')).toBe('max-age=31536000')
    await behind.close()
  })
})
