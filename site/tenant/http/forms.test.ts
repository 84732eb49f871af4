import { parse } from 'node-html-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { secretOf } from '../testing/authenticator-app.ts'
import { optionsOf, send } from '../testing/ceremony.ts'
import { signedIn } from '../testing/signed-in.ts'
import { SoftwareKey } from '../testing/software-key.ts'
import { startWorld, type World } from '../testing/start-world.ts'
import type { Seen, Visitor } from '../testing/visitor.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

/** The field that is wrong, how it says so, and what is typed where. */
function wrongIn({ html, status }: Seen) {
  const page = parse(html)
  const invalid = page.querySelectorAll('[aria-invalid]')
  const [field] = invalid
  const focused = page.querySelectorAll('[autofocus]').map((each) => each.getAttribute('name'))
  const describedBy = field?.getAttribute('aria-describedby')?.split(' ') ?? []
  const messages = describedBy.map((id) => page.querySelector(`#${id}[role=alert]`)?.text ?? '').join('')
  const kept = (name: string) =>
    page.querySelector(`input[name=${name}]`)?.getAttribute('value') ??
    page.querySelector(`select[name=${name}] option[selected]`)?.text
  return { status, count: invalid.length, at: field?.getAttribute('name'), focused, messages, kept }
}

type Fields = Record<string, string>
interface Case {
  /** Where the form is, and who is there. */
  at: (visitor: Visitor) => Promise<unknown>
  given: 'invited' | 'activated' | 'authenticator-app' | 'administrator'
  path: string
  typed: Fields
  /** Name of the field that is wrong. */
  wrong: string
  says: RegExp
  /** Names of the fields whose entries must stay. */
  stays?: string[]
}

const nothing = async () => {}
const passPassword = (visitor: Visitor) => visitor.passPassword(at.email, at.password)
/** Whose turn it is. */
let at = { email: '', password: '' }

const admin = { given: 'administrator', at: nothing } as const
const settings = { ...admin, path: '/configuration/my-organization/settings' }

const cases: Record<string, Case> = {
  'the address, left out': {
    given: 'activated',
    at: nothing,
    path: '/log-in/email',
    typed: { email: '' },
    wrong: 'email',
    says: /enter an email/,
  },
  'the address, malformed': {
    given: 'activated',
    at: nothing,
    path: '/log-in/email',
    typed: { email: 'no address' },
    wrong: 'email',
    says: /name@example.com/,
    stays: ['email'],
  },
  'the password, left out': {
    given: 'activated',
    path: '/log-in/password',
    at: (visitor) => visitor.post('/log-in/email', { email: at.email }),
    typed: { password: '' },
    wrong: 'password',
    says: /required/,
  },
  'the password, wrong': {
    given: 'activated',
    path: '/log-in/password',
    at: (visitor) => visitor.post('/log-in/email', { email: at.email }),
    typed: { password: 'a wrong one' },
    wrong: 'password',
    says: /Wrong email or password/,
  },
  'the address for a reset, malformed': {
    given: 'activated',
    at: nothing,
    path: '/forgot',
    typed: { email: 'me@' },
    wrong: 'email',
    says: /name@example.com/,
    stays: ['email'],
  },
  'the first code, wrong': {
    given: 'activated',
    path: '/log-in/app',
    at: async (visitor) => {
      await passPassword(visitor)
      const seen = await visitor.post('/log-in/method', { method: 'authenticator-app' })
      expect(secretOf(seen.html)).not.toBe('')
    },
    typed: { code: '12' },
    wrong: 'code',
    says: /wrong/,
  },
  'the key’s name, left out': {
    given: 'activated',
    path: '/log-in/key/name',
    at: async (visitor) => {
      await passPassword(visitor)
      await visitor.post('/log-in/method', { method: 'security-key' })
      const key = new SoftwareKey(world.url)
      await send(visitor, '/log-in/key', key.register(await optionsOf(visitor, '/log-in/key')))
    },
    typed: { name: 'x'.repeat(61) },
    wrong: 'name',
    says: /at most 60/,
    stays: ['name'],
  },
  'a later code, wrong': {
    given: 'authenticator-app',
    path: '/log-in/verify',
    at: passPassword,
    typed: { code: '000000' },
    wrong: 'code',
    says: /wrong/,
  },
  'the current password, wrong': {
    ...admin,
    path: '/account/password',
    typed: { current: 'no', password: 'four words for a door', again: 'four words for a door' },
    wrong: 'current',
    says: /not your current/,
  },
  'a new password, too short': {
    ...admin,
    path: '/account/password',
    get typed() {
      return { current: at.password, password: 'short', again: 'short' }
    },
    wrong: 'password',
    says: /at least 12/,
  },
  'a new password, typed differently': {
    ...admin,
    path: '/account/password',
    get typed() {
      return { current: at.password, password: 'four words for a door', again: 'four words for a dog' }
    },
    wrong: 'again',
    says: /don't match/,
  },
  'addresses of new users, malformed': {
    ...admin,
    path: '/configuration/users',
    typed: { addresses: 'one@x.example, two', role: 'Editor' },
    wrong: 'addresses',
    says: /two/,
    stays: ['addresses', 'role'],
  },
  'the role of new users, none of them': {
    ...admin,
    path: '/configuration/users',
    get typed() {
      return { addresses: at.email.replace('new.', 'another.'), role: 'Owner' }
    },
    wrong: 'role',
    says: /one of the roles/,
    stays: ['addresses'],
  },
  'the Client ID, malformed': {
    ...settings,
    typed: { do: 'save', method: 'Entra ID', 'client-id': 'no guid', 'directory-id': 'kept', relink: 'yes' },
    wrong: 'client-id',
    says: /GUID/,
    stays: ['client-id', 'directory-id'],
  },
  'the discovery address, malformed': {
    ...settings,
    typed: { do: 'save', method: 'OpenID Connect', 'client-id': 'an id', 'discovery-url': 'nowhere' },
    wrong: 'discovery-url',
    says: /whole address/,
    stays: ['client-id', 'discovery-url'],
  },
  'the directory, malformed': {
    ...settings,
    typed: {
      do: 'save',
      method: 'Entra ID',
      'client-id': '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
      'directory-id': 'harbour',
    },
    wrong: 'directory-id',
    says: /GUID/,
    stays: ['client-id', 'directory-id'],
  },
}

/** Entries that must never come back in a page. */
const secrets = ['password', 'again', 'current', 'code', 'client-secret']

describe('a form that can’t be taken', () => {
  it.each(Object.entries(cases))('says so at its field, which has the focus: %s', async (_, each) => {
    const made =
      each.given === 'administrator' ? await signedIn(world) : await world.sandbox({ given: each.given })
    const { visitor, email, password = '' } = made
    at = { email, password }
    await each.at(visitor)
    const { typed } = each
    const seen = await visitor.post(each.path, { ...typed, 'client-secret': 'a secret value' })
    const { kept, ...found } = wrongIn(seen)
    expect(found).toEqual({
      status: 422,
      count: 1,
      at: each.wrong,
      focused: [each.wrong],
      messages: expect.stringMatching(each.says),
    })
    for (const name of each.stays ?? []) expect(kept(name), name).toBe(typed[name])
    for (const name of secrets) expect(kept(name) ?? '', name).toBe('')
    expect(seen.html).not.toContain('a secret value')
  })

  it('of a user says so at the role, the day or the removal', async () => {
    const { visitor, email } = await signedIn(world)
    const list = parse((await visitor.open('/configuration/users')).html)
    const own =
      list
        .querySelector('tbody a')
        ?.getAttribute('href')
        ?.replace(/^.*?(?=\/configuration)/, '') ?? ''
    const day = wrongIn(await visitor.post(own, { role: 'Administrator', until: '2020-01-01' }))
    expect(day).toMatchObject({ at: 'until', focused: ['until'], messages: expect.stringContaining('over') })
    expect(day.kept('until')).toBe('2020-01-01')
    const role = wrongIn(await visitor.post(own, { role: 'Viewer', until: '' }))
    expect(role).toMatchObject({ at: 'role', focused: ['role'], messages: expect.stringContaining('last') })
    expect(role.kept('role')).toBe('Viewer')
    const gone = parse((await visitor.post(`${own}/remove`)).html)
    expect(gone.querySelector('[aria-labelledby=removal] [role=alert]')?.text).toContain('last Administrator')
    expect(await visitor.session()).toBe(email)
  })

  it('keeps the boxes of the settings as they were ticked', async () => {
    const { visitor } = await signedIn(world)
    await visitor.post('/configuration/my-organization/settings', {
      do: 'save',
      method: 'Entra ID',
      'client-id': '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
      'client-secret': 'a secret value',
    })
    const { html } = await visitor.post('/configuration/my-organization/settings', {
      do: 'save',
      method: 'Entra ID',
      'client-id': 'no guid',
      relink: 'yes',
      'forget-secret': 'yes',
    })
    const page = parse(html)
    for (const name of ['relink', 'forget-secret'])
      expect(page.querySelector(`input[name=${name}]`)?.hasAttribute('checked'), name).toBe(true)
    expect(page.querySelector('details')?.hasAttribute('open')).toBe(true)
  })
})
