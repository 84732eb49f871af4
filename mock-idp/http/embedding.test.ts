import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browser } from '../clients/browser.ts'
import { fixture } from '../clients/fixture.ts'
import { type MockIdp, startMockIdp } from '../index.ts'

const { directory } = fixture('entra')
const embedding = { origin: 'https://site.example', script: 'speak()' }
let [alone, framed]: MockIdp[] = []

beforeAll(async () => {
  alone = await startMockIdp({ directories: [directory] })
  framed = await startMockIdp({ directories: [directory], embedding })
})
afterAll(async () => {
  await alone?.close()
  await framed?.close()
})

/** The sign-in page of the admin center, as a browser asks for it. */
async function signInPage(idp: MockIdp | undefined, destination: string) {
  const response = await fetch(`${idp?.url}/${directory.id}/oauth2/v2.0/logout`, {
    headers: { 'sec-fetch-dest': destination, accept: 'text/html' },
  })
  return { policy: response.headers.get('content-security-policy'), html: await response.text() }
}

describe('a page in a frame', () => {
  test('is shown by the site that was named, and carries its script', async () => {
    const { policy, html } = await signInPage(framed, 'iframe')
    expect(policy).toContain('frame-ancestors https://site.example;')
    expect(html).toContain(
      'src="/assets/embedding.js" defer blocking="render" data-site-origin="https://site.example"',
    )
    expect(await (await fetch(`${framed?.url}/assets/embedding.js`)).text()).toBe('speak()')
  })

  test('asks for no focus, which only a separate window gets', async () => {
    const ask = async (destination: string) => {
      const send = (url: string, init: RequestInit) => {
        const headers = new Headers(init.headers)
        headers.set('sec-fetch-dest', destination)
        return fetch(url, { ...init, headers })
      }
      const { html } = await browser(send).open(`${framed?.url}/${directory.id}/admin`)
      return html
    }
    expect(await ask('document')).toContain('autofocus')
    const inFrame = await ask('iframe')
    expect(inFrame).toContain('name="loginfmt"')
    expect(inFrame).not.toContain('autofocus')
  })

  test.each([
    ['no site was named', () => signInPage(alone, 'iframe')],
    ['it is a separate window', () => signInPage(framed, 'document')],
  ])('is shown by no site where %s', async (_, page) => {
    const { policy, html } = await page()
    expect(policy).toContain("frame-ancestors 'none'")
    expect(html).not.toContain('<script')
  })

  test('there is no script where no site was named', async () => {
    expect((await fetch(`${alone?.url}/assets/embedding.js`)).status).not.toBe(200)
  })
})
