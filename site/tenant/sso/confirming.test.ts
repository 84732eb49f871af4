import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browser } from '../../../mock-idp/clients/browser.ts'
import {
  bring,
  type Kind,
  loggedInBySso,
  logInBySso,
  onward,
  type SsoTenant,
  signIn,
  startSsoTenant,
} from '../testing/provider.ts'
import { Visitor } from '../testing/visitor.ts'

let sso: SsoTenant
beforeAll(async () => {
  sso = await startSsoTenant()
})
afterAll(() => sso.close())

/** A person who logged in by a provider five minutes ago. */
async function loggedIn(kind: Kind, withSecret = true) {
  const box = await loggedInBySso(sso, kind, { withSecret })
  sso.wait(5 * 60_000)
  return {
    ...box,
    /** On the way to the provider, to confirm. */
    ask: async () => onward(await box.visitor.post('/account/confirm')),
    endOthers: () => box.visitor.post('/account/end-others'),
  }
}

describe.each([
  ['entra', true],
  ['oidc', true],
  ['oidc', false],
] as const)('confirming at the provider: %s, by code: %s', (kind, withSecret) => {
  it('lets the person end other sessions, for five minutes', async () => {
    const { acts, visitor, callback, email, person, ask, endOthers, url } = await loggedIn(kind, withSecret)
    const other = new Visitor(sso.testTenant.url, url)
    await logInBySso({ visitor: other, email, callback })
    expect((await endOthers()).status).toBe(403)
    const before = visitor.copy()
    const seen = await bring(visitor, callback, await signIn(await ask(), callback, email, person))
    expect(seen).toMatchObject({ screen: 'your-account', path: '/account' })
    expect((await acts()).slice(-2)).toEqual(['your-account · Confirm', 'return → your-account'])
    expect(await before.session()).toBeUndefined()
    expect((await endOthers()).says).toContain('have ended')
    expect(await other.session()).toBeUndefined()
    expect(await visitor.session()).toBe(email)
    sso.wait(5 * 60_000)
    expect((await endOthers()).status).toBe(403)
  })
})

describe('nothing is confirmed', () => {
  it.each([
    ['the question', {}],
    ['the question, and lets it say when that session began', { max_age: '86400' }],
  ])(
    'by a session that the provider has already, when the person removes from the address %s',
    async (_, put) => {
      const { acts, visitor, callback, email, person, ask, endOthers } = await loggedIn('oidc')
      const url = await ask()
      url.searchParams.delete('prompt')
      url.searchParams.delete('max_age')
      for (const [name, value] of Object.entries(put)) url.searchParams.set(name, value)
      const seen = await bring(visitor, callback, await signIn(url, callback, email, person))
      expect(seen).toMatchObject({ status: 403, screen: 'your-account' })
      expect(seen.says).toContain('didn’t ask you')
      expect((await acts()).at(-1)).toBe(`return → your-account “${seen.says}”`)
      expect((await endOthers()).status).toBe(403)
      expect(await visitor.session()).toBe(email)
    },
  )

  it('by someone else who is also a user here', async () => {
    const { acts, visitor, callback, email, ask, endOthers, directory, user } = await loggedIn('oidc')
    const { html } = await visitor.post('/configuration/users', {
      addresses: email.replace('new.', 'second.'),
      role: 'Viewer',
    })
    expect(html).toContain('second.')
    const second = await sso.addPerson(directory, email.replace('new.', 'second.'))
    expect(second.id).not.toBe(user.id)
    const seen = await bring(
      visitor,
      callback,
      await signIn(await ask(), callback, second.userPrincipalName, browser()),
    )
    expect(seen.says).toContain('someone else signed in')
    expect((await acts()).at(-1)).toBe(`return → your-account “${seen.says}”`)
    expect((await endOthers()).status).toBe(403)
    expect(await visitor.session()).toBe(email)
  })

  it('twice by one answer, nor by opening the page of it', async () => {
    const { visitor, callback, email, person, ask } = await loggedIn('oidc')
    await bring(visitor, callback, await signIn(await ask(), callback, email, person))
    sso.wait(5 * 60_000)
    expect((await visitor.open('/account/confirmed')).status).toBe(403)
  })
})

describe('the account of a person who logs in by a provider', () => {
  it('has no password and no methods to change here', async () => {
    const { visitor, callback, email, person, ask } = await loggedIn('oidc')
    await bring(visitor, callback, await signIn(await ask(), callback, email, person))
    const { html } = await visitor.open('/account')
    expect(html).toContain('organization’s provider')
    for (const offered of ['Add a method', 'Change password']) expect(html).not.toContain(offered)
    const again = 'four words for a door'
    for (const seen of [
      await visitor.post('/account/add'),
      await visitor.post('/account/remove', { method: 'authenticator-app' }),
      await visitor.post('/account/password', { current: 'x', password: again, again }),
      await visitor.open('/account/password'),
    ]) {
      expect(seen).toMatchObject({ status: 403, screen: 'your-account' })
      expect(seen.says).toContain('provider keeps how you log in')
    }
  })
})
