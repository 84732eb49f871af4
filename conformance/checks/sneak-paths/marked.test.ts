import { expect, test } from 'vitest'
import { NotEnrolled } from '../../../machines/devices/authenticator-app.ts'
import { commonValues } from '../../../machines/model/values.ts'
import type { Session } from '../../session/session.ts'
import { carriesCredentials, inSession, marked } from './marked.ts'

const sessionOf = (email: string, password: string) =>
  ({
    values: commonValues,
    target: {},
    chosenPassword: '',
    account: { email, password },
    arranged: { url: `http://${email}.example` },
  }) as unknown as Session
const ada = sessionOf('ada+1@example.com', 'say "friend" & enter')
const eve = sessionOf('eve@example.com', 'another one')

const typed = [
  { field: { label: 'Email', holds: 'email' }, symbol: 'registered' },
  { field: { label: 'Password', holds: 'password' }, symbol: 'right' },
]
const sent = (body: string) => ({ url: 'http://api.example/login', method: 'POST', headers: {}, body })

test.each<[string, (email: string, password: string) => string]>([
  ['a form', (email, password) => new URLSearchParams({ email, password }).toString()],
  ['JSON', (email, password) => JSON.stringify({ email, password, mode: 'session' })],
])('what one person typed into %s is replaced by what another would type', async (_in, body) => {
  const learned = await marked(ada, [...typed], sent(body(ada.account.email, ada.account.password)))
  expect(learned.body).not.toContain('ada')
  expect((await inSession(eve, learned)).body).toBe(body(eve.account.email, eve.account.password))
})

test('a login name that was sent in place of the address is replaced by the other one’s', async () => {
  const withLogin = ({ account, ...own }: Session, login: string) =>
    ({ ...own, account: { ...account, login } }) as unknown as Session
  const body = (username: string, password: string) => JSON.stringify({ username, password })
  const learned = await marked(withLogin(ada, 'ada1'), [...typed], sent(body('ada1', ada.account.password)))
  expect(carriesCredentials(learned)).toBe(true)
  expect((await inSession(withLogin(eve, 'eve9'), learned)).body).toBe(body('eve9', eve.account.password))
})

test('the page that sent a request is that of the other sandbox, too', async () => {
  const url = 'http://ada+1@example.com.example/login'
  const learned = await marked(ada, [], { ...sent('a=b'), url, from: `${url}?next=home` })
  const { url: at, from } = await inSession(eve, learned)
  expect([at, from]).toEqual([
    'http://eve@example.com.example/login',
    'http://eve@example.com.example/login?next=home',
  ])
})

test('a request that names its sender and brings the password proves itself; with one of both it does not', async () => {
  const { email, password } = ada.account
  const learn = (fields: object) => marked(ada, [...typed], sent(JSON.stringify(fields)))
  expect(carriesCredentials(await learn({ email, password }))).toBe(true)
  expect(carriesCredentials(await learn({ email }))).toBe(false)
  expect(carriesCredentials(await learn({ password }))).toBe(false)
})

test('a new password that is typed again at the login is the password there', async () => {
  const chosen = 'violet harbour 27 lanterns'
  const mei = { ...ada, chosenPassword: chosen } as unknown as Session
  const later = [
    { field: { label: 'New password', holds: 'new-password' }, symbol: 'strong' },
    { field: { label: 'Password', holds: 'password' }, symbol: 'new' },
  ] as typeof typed
  const { email } = ada.account
  const learned = await marked(mei, [...typed, ...later], sent(JSON.stringify({ email, password: chosen })))
  expect(carriesCredentials(learned)).toBe(true)
})

test('a person who has no authenticator app sends some code', async () => {
  const make = () => {
    throw new NotEnrolled()
  }
  const eveWithoutApp = { ...eve, values: { 'one-time-code': { right: { make } } } } as unknown as Session
  const field = { label: 'Code', holds: 'one-time-code' }
  const marks = { '{code}': { field, symbol: 'right' } }
  expect((await inSession(eveWithoutApp, { ...sent('code=%7Bcode%7D'), marks })).body).toBe('code=000000')
})
