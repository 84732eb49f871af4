import { parse } from 'node-html-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { logInBySso, type SsoTenant, startSsoTenant } from '../testing/provider.ts'
import { PASSWORD, withSecondUser } from '../testing/second-user.ts'
import { Visitor } from '../testing/visitor.ts'

let sso: SsoTenant
beforeAll(async () => {
  sso = await startSsoTenant()
})
afterAll(() => sso.close())

const SETTINGS = '/configuration/my-organization/settings'
let count = 0

/** A tenant with two users, and two providers where it is registered; `choose` puts one of them into force. */
async function betweenTwo() {
  const made = await withSecondUser(sso.testTenant)
  count += 1
  const provider = async (name: string) => {
    const directory = await sso.another(`${name}-${count}`)
    const registered = await sso.register(directory, made.url)
    const choose = (fields: Record<string, string> = {}) =>
      made.visitor.post(SETTINGS, {
        do: 'save',
        method: 'OpenID Connect',
        'client-id': registered.application.appId,
        'discovery-url': registered.issuer,
        'client-secret': registered.secret,
        ...fields,
      })
    const add = (email: string, id?: string) => sso.addPerson(directory, email, id)
    return { ...registered, choose, add }
  }
  const a = await provider('a')
  const b = await provider('b')
  /** A whole login at the provider in force, in a new browser. */
  const logIn = async (name: string) => {
    const visitor = new Visitor(sso.testTenant.url, made.url)
    const seen = await logInBySso({ visitor, email: made.second, callback: a.callback }, name)
    return { seen, who: await visitor.session() }
  }
  const person = await a.add(made.second)
  expect((await a.choose()).screen).toBe('my-organization')
  expect((await logIn(made.second)).who).toBe(made.second)
  return { ...made, a, b, logIn, sub: person.id }
}

describe('a person at a provider is issuer and subject (RP10, ASVS 5.0 6.8.1 and 10.5.2)', () => {
  it('an account belongs to its first person, whichever person claims the address later', async () => {
    const { second, a, logIn } = await betweenTwo()
    const impostor = await a.add('impostor@a.example')
    impostor.mail = second
    const { seen, who } = await logIn('impostor@a.example')
    expect(seen.says).toContain('someone else')
    expect(who).toBeUndefined()
  })

  it('the same subject at another provider is someone else', async () => {
    const { sub, b, logIn } = await betweenTwo()
    await b.add('stranger@b.example', sub)
    await b.choose()
    const { seen, who } = await logIn('stranger@b.example')
    expect(seen.says).toContain('not been added')
    expect(who).toBeUndefined()
  })

  it.each([
    ['with another subject', false],
    ['with the same subject', true],
  ])('the same address at another provider gains nothing: %s', async (_how, same) => {
    const { second, sub, a, b, logIn } = await betweenTwo()
    await b.add(second, same ? sub : undefined)
    await b.choose()
    const { seen, who } = await logIn(second)
    expect(seen.says).toContain('someone else')
    expect(who).toBeUndefined()
    await a.choose()
    expect((await logIn(second)).who).toBe(second)
  })
})

describe('“Find everyone by address again”', () => {
  it('is offered once a provider is in force', async () => {
    const { visitor } = await betweenTwo()
    const pane = parse((await visitor.open(SETTINGS)).html)
    expect(pane.querySelector('input[name=relink]')?.closest('label')?.text).toContain('by address again')
    const back = await visitor.post(SETTINGS, { do: 'save', method: '1Secure Authentication' })
    expect(back.screen).toBe('my-organization')
    const fresh = await visitor.post(SETTINGS, { do: 'choose', method: 'OpenID Connect' })
    expect(parse(fresh.html).querySelector('input[name=relink]')).toBeNull()
  })

  it('lets the person with the address at the new provider in, once; the former one has no way back', async () => {
    const { second, a, b, logIn } = await betweenTwo()
    await b.add(second)
    await b.choose({ relink: 'yes' })
    expect((await logIn(second)).who).toBe(second)
    const later = await b.add('later@b.example')
    later.mail = second
    expect((await logIn('later@b.example')).who).toBeUndefined()
    await a.choose()
    expect((await logIn(second)).who).toBeUndefined()
  })

  it('is nothing that a test of the connection does', async () => {
    const { second, b, a, logIn } = await betweenTwo()
    await b.add(second)
    await b.choose({ do: 'test', relink: 'yes' })
    expect((await logIn(second)).who).toBe(second)
    await b.choose()
    expect((await logIn(second)).who).toBeUndefined()
    await a.choose()
    expect((await logIn(second)).who).toBe(second)
  })
})

describe('when the way of logging in changes', () => {
  it('sessions by password end, but for the one that changes it and those of the way in for emergencies', async () => {
    const made = await withSecondUser(sso.testTenant)
    const directory = await sso.another('c')
    const { application, issuer } = await sso.register(directory, made.url)
    const halfWay = new Visitor(sso.testTenant.url, made.url)
    expect((await halfWay.passPassword(made.second, PASSWORD)).screen).toBe('verify-your-identity')
    const outside = new Visitor(sso.testTenant.url, made.url)
    await outside.post('/log-in/email', { email: made.second })
    await made.visitor.post(SETTINGS, {
      do: 'save',
      method: 'OpenID Connect',
      'client-id': application.appId,
      'discovery-url': issuer,
    })
    expect(await made.person.session()).toBeUndefined()
    expect((await halfWay.open('/log-in/verify')).screen).toBe('login-page')
    expect(await made.visitor.session()).toBe(made.email)
    expect((await outside.open('/log-in/password')).screen).toBe('enter-your-password')
    const log = await made.visitor.open('/configuration/audit-logs')
    expect(log.html).toContain('2: another way of logging in')
  })

  it('sessions by a provider that was left end, and those by the one in force go on', async () => {
    const { second, url, a, b, visitor, email } = await betweenTwo()
    const person = new Visitor(sso.testTenant.url, url)
    await logInBySso({ visitor: person, email: second, callback: a.callback })
    await a.choose()
    expect(await person.session()).toBe(second)
    await b.choose()
    expect(await person.session()).toBeUndefined()
    expect(await visitor.session()).toBe(email)
  })

  it('back to 1Secure Authentication, a user without a password is Pending Verification and can be invited', async () => {
    const { visitor, domain, a, url, control } = await betweenTwo()
    const third = `third@${domain}`
    await visitor.post('/configuration/users', { addresses: third, role: 'Viewer' })
    await a.add(third)
    const person = new Visitor(sso.testTenant.url, url)
    await logInBySso({ visitor: person, email: third, callback: a.callback })
    expect(await person.session()).toBe(third)
    await visitor.post(SETTINGS, { do: 'save', method: '1Secure Authentication' })
    expect(await person.session()).toBeUndefined()
    const list = parse((await visitor.open('/configuration/users')).html)
    const row = list.querySelectorAll('tbody tr').find((each) => each.text.includes(third))
    expect(row?.text).toContain('Pending Verification')
    const resend = row?.querySelector('form')?.getAttribute('action') ?? ''
    await visitor.post(resend.replace(/^.*?(?=\/configuration)/, ''))
    const last = (await control.mails()).at(-1)
    expect(last?.to).toBe(third)
    await person.open(await control.link('Activate my Netwrix account', last?.n))
    expect((await person.post('/activate', { password: PASSWORD, again: PASSWORD })).screen).toBe(
      'account-activated',
    )
  })
})
