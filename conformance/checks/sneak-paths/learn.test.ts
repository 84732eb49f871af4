import { expect, test } from 'vitest'
import { commonValues } from '../../../machines/model/values.ts'
import type { Session } from '../../session/session.ts'
import { carriesCredentials, inSession, marked } from './learn.ts'

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

test('a request that names its sender and brings the password proves itself; with one of both it does not', async () => {
  const { email, password } = ada.account
  const learn = (fields: object) => marked(ada, [...typed], sent(JSON.stringify(fields)))
  expect(carriesCredentials(await learn({ email, password }))).toBe(true)
  expect(carriesCredentials(await learn({ email }))).toBe(false)
  expect(carriesCredentials(await learn({ password }))).toBe(false)
})
