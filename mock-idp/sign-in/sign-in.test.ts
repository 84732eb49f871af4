import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Browser, browser } from '../clients/browser.ts'
import { fixture, redirectUri, user } from '../clients/fixture.ts'
import { signInAt } from '../clients/sign-in.ts'
import { type MockIdp, startMockIdp } from '../index.ts'

let idp: MockIdp
const { directory, application } = fixture('entra')
const other = fixture('entra')
const oidc = fixture('oidc')
const administrator = { name: 'admin@harbour.example', password: 'admin password' }

beforeAll(async () => {
  idp = await startMockIdp({ directories: [directory, other.directory, oidc.directory] })
})
afterAll(() => idp.close())

const authorizeUrl = (change: Record<string, string> = {}) =>
  `${idp.url}/${directory.id}/oauth2/v2.0/authorize?${new URLSearchParams({
    client_id: application.appId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid',
    ...change,
  })}`
const heading = (html: string) => /<h1>([^<]*)<\/h1>/.exec(html)?.[1]
const isThrough = (url: string) => url.startsWith(redirectUri) && new URL(url).searchParams.has('code')

async function signedIn(): Promise<Browser> {
  const person = browser()
  await signInAt(person, authorizeUrl(), redirectUri, user)
  return person
}

test('asks for the name, the password, and whether to stay', async () => {
  const person = browser()
  const first = await person.open(authorizeUrl())
  expect(heading(first.html)).toBe('Sign in')
  const second = await person.post(first.url, { do: 'name', name: user.name })
  expect(heading(second.html)).toBe('Enter password')
  const third = await person.post(second.url, { do: 'password', name: user.name, password: user.password })
  expect(heading(third.html)).toBe('Stay signed in?')
  const end = await person.post(third.url, { do: 'stay', stay: 'yes' }, redirectUri)
  expect(isThrough(end.url)).toBe(true)
})

describe('what a request may ask for', () => {
  test('login_hint goes straight to the password, and the name can be changed', async () => {
    const person = browser()
    const page = await person.open(authorizeUrl({ login_hint: user.name }))
    expect(heading(page.html)).toBe('Enter password')
    expect(page.html).toContain(user.name)
    expect(heading((await person.post(page.url, { do: 'change' })).html)).toBe('Sign in')
  })

  describe.each(['entra', 'oidc'] as const)('login_hint at %s, with a session', (kind) => {
    const { appId } = kind === 'entra' ? application : oidc.application
    const url = (change: Record<string, string> = {}) => {
      const whole = authorizeUrl({ client_id: appId, ...change })
      return kind === 'entra' ? whole : whole.replace(`${directory.id}/oauth2/v2.0`, 'oidc/harbour')
    }
    const session = async () => {
      const person = browser()
      await signInAt(person, url(), redirectUri, user)
      return person
    }

    test('of the same user, in any case: straight through', async () => {
      const change = { prompt: 'none', login_hint: user.name.toUpperCase() }
      expect(isThrough((await (await session()).open(url(change), redirectUri)).url)).toBe(true)
    })

    test('of someone else: asks for them, and then the session is theirs', async () => {
      const person = await session()
      const page = await person.open(url({ login_hint: administrator.name }))
      expect(heading(page.html)).toMatch(/^(Enter password|Sign in to)/)
      expect(page.html).toContain(administrator.name)
      const entry = { do: 'password', ...administrator }
      let next = await person.post(page.url, entry, redirectUri)
      if (kind === 'entra') next = await person.post(next.url, { do: 'stay', stay: 'no' }, redirectUri)
      expect(isThrough(next.url)).toBe(true)
      const silent = url({ login_hint: administrator.name, prompt: 'none' })
      expect(isThrough((await person.open(silent, redirectUri)).url)).toBe(true)
    })

    test.each([administrator.name, 'nobody@harbour.example'])(
      'of %s, with prompt=none: login_required',
      async (name) => {
        const page = await (await session()).open(url({ login_hint: name, prompt: 'none' }), redirectUri)
        const answer = new URL(page.url).searchParams
        expect(answer.get('error')).toBe('login_required')
        expect(answer.get('error_description')).toMatch(/hint/)
      },
    )
  })

  test('nothing: who is signed in goes straight through', async () => {
    expect(isThrough((await (await signedIn()).open(authorizeUrl(), redirectUri)).url)).toBe(true)
  })

  test('prompt=none: through with a session', async () => {
    const page = await (await signedIn()).open(authorizeUrl({ prompt: 'none' }), redirectUri)
    expect(isThrough(page.url)).toBe(true)
  })

  test('prompt=login: the password again', async () => {
    const page = await (await signedIn()).open(
      authorizeUrl({ prompt: 'login', login_hint: user.name }),
      redirectUri,
    )
    expect(heading(page.html)).toBe('Enter password')
  })

  test('prompt=consent: asks again what was granted', async () => {
    const page = await (await signedIn()).open(authorizeUrl({ prompt: 'consent' }), redirectUri)
    expect(heading(page.html)).toBe('Permissions requested')
  })

  test('prompt=select_account: the one signed in, or another, who then holds the session', async () => {
    const person = await signedIn()
    const page = await person.open(authorizeUrl({ prompt: 'select_account' }))
    expect(heading(page.html)).toBe('Pick an account')
    const same = await person.post(page.url, { do: 'pick', account: 'session' }, redirectUri)
    expect(isThrough(same.url)).toBe(true)

    const again = await signInAt(
      person,
      authorizeUrl({ prompt: 'select_account' }),
      redirectUri,
      administrator,
    )
    expect(isThrough(again.url)).toBe(true)
    const shown = await person.open(authorizeUrl({ prompt: 'select_account' }))
    expect(shown.html).toContain(administrator.name)
  })

  test('an authorization request by POST', async () => {
    const url = new URL(authorizeUrl())
    const page = await browser().post(url.origin + url.pathname, Object.fromEntries(url.searchParams))
    expect(heading(page.html)).toBe('Sign in')
  })

  test('form_post: a page that posts code and state', async () => {
    const person = await signedIn()
    const page = await person.open(
      authorizeUrl({ response_mode: 'form_post', state: 'the state' }),
      redirectUri,
    )
    expect(page.html).toMatch(new RegExp(`action="${redirectUri}"`))
    expect(page.html).toContain('value="the state"')
  })

  test('id_token for the front channel, once it is switched on', async () => {
    application.web.implicitGrantSettings.enableIdTokenIssuance = true
    const params = { response_type: 'id_token', response_mode: 'form_post', nonce: 'n' }
    const page = await (await signedIn()).open(authorizeUrl(params), redirectUri)
    application.web.implicitGrantSettings.enableIdTokenIssuance = false
    expect(page.html).toMatch(/name="id_token" value="ey/)
  })
})

describe('what is kept apart', () => {
  test('cookies: separate names, below the path of the tenant, hidden from scripts', async () => {
    const response = await fetch(authorizeUrl(), { redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) {
      expect(line).toMatch(/^idp_/)
      expect(line).toMatch(new RegExp(`path=/${directory.id}[/;]`))
      expect(line).toMatch(/httponly/i)
    }
  })

  test('a session at one tenant is not valid at another, and neither is an interaction', async () => {
    const person = await signedIn()
    const url = authorizeUrl({ client_id: other.application.appId }).replace(directory.id, other.directory.id)
    expect(heading((await person.open(url)).html)).toBe('Sign in')
    const page = await browser().open(authorizeUrl())
    expect((await browser().open(page.url)).html).toContain('expired')
  })

  test('pages carry a strict policy and may not be framed', async () => {
    const page = await browser().open(authorizeUrl())
    const response = await fetch(page.url)
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  test('credentials are answered with 303, never 307 (RFC 9700 section 4.12)', async () => {
    const person = browser()
    const page = await person.open(authorizeUrl())
    const cookie = await person.cookies.getCookieString(page.url)
    const response = await fetch(page.url, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie },
      body: new URLSearchParams({ do: 'password', name: user.name, password: user.password }),
    })
    expect(response.status).toBe(303)
  })
})

test.each([
  ['password', 'Enter password', { do: 'password', name: user.name, password: 'wrong' }],
  ['name', 'Sign in', { do: 'name', name: 'nobody@harbour.example' }],
])(
  'what was wrong with the %s is shown once: after Back, the same page asks anew',
  async (_, title, entry) => {
    const person = browser()
    const page = await person.open(authorizeUrl(entry.do === 'password' ? { login_hint: user.name } : {}))
    const refused = await person.post(page.url, entry)
    expect(refused.html).toContain('role="alert"')
    const again = await person.open(page.url)
    expect(heading(again.html)).toBe(title)
    expect(again.html).not.toContain('role="alert"')
    expect(again.html).toContain(entry.name)
  },
)

test('a generic provider does not tell whether it was the name or the password', async () => {
  const url = `${idp.url}/oidc/harbour/authorize?${new URLSearchParams({
    client_id: oidc.application.appId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid',
  })}`
  const sentences = await Promise.all(
    ['nobody@harbour.example', user.name].map(async (name) => {
      const person = browser()
      const page = await person.open(url)
      const answer = await person.post(page.url, { do: 'password', name, password: 'wrong' })
      return /role="alert"[^>]*>([^<]*)</.exec(answer.html)?.[1]
    }),
  )
  expect(sentences[0]).toBe('The user name or the password is wrong.')
  expect(sentences[1]).toBe(sentences[0])
})
