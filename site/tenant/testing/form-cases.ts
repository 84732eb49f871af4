import { SecurityKey } from '../../../machines/devices/security-key.ts'
import { register } from './ceremony.ts'
import type { Visitor } from './visitor.ts'

type Fields = Record<string, string>

interface Holder {
  email: string
  password: string
}

interface FormCase {
  /** Goes to where the form is. */
  at: (visitor: Visitor, who: Holder) => Promise<unknown>
  given: 'invited' | 'activated' | 'authenticator-app' | 'administrator'
  path: string
  typed: (who: Holder) => Fields
  /** Name of the field that is wrong. */
  wrong: string
  says: RegExp
  /** Names of the fields whose entries must stay. */
  stays?: string[]
}

const nothing = async () => {}
const passPassword = (visitor: Visitor, { email, password }: Holder) => visitor.passPassword(email, password)
const enterEmail = (visitor: Visitor, { email }: Holder) => visitor.post('/log-in/email', { email })

const admin = { given: 'administrator', at: nothing } as const
const settings = { ...admin, path: '/configuration/my-organization/settings' }

/** One wrong entry in each form, by what is wrong with it. */
export const formCases: Record<string, FormCase> = {
  'the address, left out': {
    given: 'activated',
    at: nothing,
    path: '/log-in/email',
    typed: () => ({ email: '' }),
    wrong: 'email',
    says: /enter an email/,
  },
  'the address, malformed': {
    given: 'activated',
    at: nothing,
    path: '/log-in/email',
    typed: () => ({ email: 'no address' }),
    wrong: 'email',
    says: /name@example.com/,
    stays: ['email'],
  },
  'the password, left out': {
    given: 'activated',
    path: '/log-in/password',
    at: enterEmail,
    typed: () => ({ password: '' }),
    wrong: 'password',
    says: /required/,
  },
  'the password, wrong': {
    given: 'activated',
    path: '/log-in/password',
    at: enterEmail,
    typed: () => ({ password: 'a wrong one' }),
    wrong: 'password',
    says: /Wrong email or password/,
  },
  'the address for a reset, malformed': {
    given: 'activated',
    at: nothing,
    path: '/forgot',
    typed: () => ({ email: 'me@' }),
    wrong: 'email',
    says: /name@example.com/,
    stays: ['email'],
  },
  'the first code, wrong': {
    given: 'activated',
    path: '/log-in/app',
    at: async (visitor, who) => {
      await passPassword(visitor, who)
      await visitor.post('/log-in/method', { method: 'authenticator-app' })
    },
    typed: () => ({ code: '12' }),
    wrong: 'code',
    says: /wrong/,
  },
  'the key’s name, too long': {
    given: 'activated',
    path: '/log-in/key/name',
    at: async (visitor, who) => {
      await passPassword(visitor, who)
      await visitor.post('/log-in/method', { method: 'security-key' })
      await register(visitor, '/log-in/key', new SecurityKey())
    },
    typed: () => ({ name: 'x'.repeat(61) }),
    wrong: 'name',
    says: /at most 60/,
    stays: ['name'],
  },
  'a later code, wrong': {
    given: 'authenticator-app',
    path: '/log-in/verify',
    at: passPassword,
    typed: () => ({ code: '000000' }),
    wrong: 'code',
    says: /wrong/,
  },
  'the current password, wrong': {
    ...admin,
    path: '/account/password',
    typed: () => ({ current: 'no', password: 'four words for a door', again: 'four words for a door' }),
    wrong: 'current',
    says: /not your current/,
  },
  'a new password, too short': {
    ...admin,
    path: '/account/password',
    typed: (who) => ({ current: who.password, password: 'short', again: 'short' }),
    wrong: 'password',
    says: /at least 12/,
  },
  'a new password, typed differently': {
    ...admin,
    path: '/account/password',
    typed: (who) => ({
      current: who.password,
      password: 'four words for a door',
      again: 'four words for a dog',
    }),
    wrong: 'again',
    says: /don't match/,
  },
  'addresses of new users, malformed': {
    ...admin,
    path: '/configuration/users',
    typed: () => ({ addresses: 'one@x.example, two', role: 'Editor' }),
    wrong: 'addresses',
    says: /two/,
    stays: ['addresses', 'role'],
  },
  'the role of new users, none of them': {
    ...admin,
    path: '/configuration/users',
    typed: (who) => ({ addresses: who.email.replace('new.', 'another.'), role: 'Owner' }),
    wrong: 'role',
    says: /one of the roles/,
    stays: ['addresses'],
  },
  'the Client ID, malformed': {
    ...settings,
    typed: () => ({
      do: 'save',
      method: 'Entra ID',
      'client-id': 'no guid',
      'directory-id': 'kept',
      relink: 'yes',
    }),
    wrong: 'client-id',
    says: /GUID/,
    stays: ['client-id', 'directory-id'],
  },
  'the discovery address, malformed': {
    ...settings,
    typed: () => ({ do: 'save', method: 'OpenID Connect', 'client-id': 'an id', 'discovery-url': 'nowhere' }),
    wrong: 'discovery-url',
    says: /whole address/,
    stays: ['client-id', 'discovery-url'],
  },
  'the directory, malformed': {
    ...settings,
    typed: () => ({
      do: 'save',
      method: 'Entra ID',
      'client-id': '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
      'directory-id': 'harbour',
    }),
    wrong: 'directory-id',
    says: /GUID/,
    stays: ['client-id', 'directory-id'],
  },
}
