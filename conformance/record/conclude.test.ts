import { expect, test } from 'vitest'
import { firstLogin } from '../../machines/first-login/pack.ts'
import { flowOf } from '../../machines/model/perform.ts'
import { conclude } from './conclude.ts'
import { newProfileText } from './recorded-text.ts'
import type { FieldSeen, PageSeen, Turn } from './seen.ts'

const pack = firstLogin
const known = { pack, flow: flowOf(pack, 'log-in') }
const givens = Object.keys(known.flow.givens)

const page = (heading: string, has: Partial<PageSeen> = {}): PageSeen => ({
  ...{
    url: 'https://hub.example/#/',
    headings: [heading],
    fields: [],
    buttons: [],
    links: [],
    alerts: false,
  },
  ...has,
})
const email: FieldSeen = { name: 'Email', kind: 'email' }
const password: FieldSeen = { name: 'Secret words', kind: 'password' }
const code: FieldSeen = { name: 'Digits', kind: 'code' }
const form = page('Enter', { fields: [email, password], buttons: ['Go in'] })
const phone = page('Check your phone', { fields: [code] })
const home = page('Hub home', { url: 'https://hub.example/#/home', buttons: ['Sign out'] })

const opened: Turn = { typed: [], after: form }
const entered: Turn = {
  ...{ before: form, typed: [email, password], after: phone },
  pressed: { name: 'Go in', kind: 'button' },
}
const verified: Turn = { before: phone, typed: [code], after: home }

const namesOf = (turns: readonly Turn[]) =>
  Object.fromEntries(
    conclude(known, givens, turns).screens.map(({ screen, namings }) => [
      screen,
      Object.fromEntries(namings.map((one) => [one.documented, one.unneeded ? 'unneeded' : one.name])),
    ]),
  )

test('one form for two documented ones, a code that sends itself: each name has its place', () => {
  const concluded = conclude(known, givens, [opened, entered, verified])
  expect(concluded.given).toBe('authenticator-app')
  expect(concluded.goal).toBe(true)
  expect(concluded.protectedPage).toBe('/#/home')
  expect(namesOf([opened, entered, verified])).toMatchObject({
    'login-page': { 'Netwrix 1Secure': 'Enter', 'Log In': 'unneeded' },
    'email-address': { 'Email address': 'Email', Continue: 'unneeded' },
    'enter-your-password': { Password: 'Secret words', Continue: 'Go in' },
    'verify-your-identity': { 'Enter one time code': 'Digits', Continue: 'unneeded' },
    dashboard: { 'Log out': 'Sign out' },
  })
})

test('a window that is closed before the last page is there says nothing of it', () => {
  const { dashboard, ...others } = namesOf([opened, entered, { ...verified, after: phone }])
  expect(dashboard).toBeUndefined()
  expect(others).toHaveProperty('verify-your-identity')
})

test('a screen in between is not taken for a documented one', () => {
  const rules = page('House rules', { buttons: ['I will'] })
  const agreed: Turn = {
    ...{ before: rules, typed: [], pressed: { name: 'I will', kind: 'button' as const }, after: phone },
  }
  const turns = [opened, { ...entered, after: rules }, agreed, verified]
  const { between, walked, goal } = conclude(known, ['authenticator-app'], turns)
  expect(between).toEqual([{ when: 'House rules', press: 'I will' }])
  expect(goal).toBe(true)
  expect(walked).toContain('log-in.3')
})

test('what was not walked is a comment, and nobody’s own address is written', () => {
  const personal = page('Welcome, jane@example.com', { fields: [code] })
  const turns = [opened, { ...entered, after: personal }]
  const concluded = conclude(known, givens, turns)
  expect(concluded.notWalked).toContainEqual(expect.stringMatching(/^log-in\.5, “Choose/))
  const text = newProfileText(concluded, { name: 'Hub', url: 'https://hub.example' })
  expect(text).toContain('// Not walked: log-in.5')
  expect(text).not.toContain('jane@')
})

test('a wrong password is none of the names', () => {
  const refused = { ...form, alerts: true }
  const turns = [opened, { ...entered, after: refused }, { ...entered, before: refused }, verified]
  expect(namesOf(turns)).toEqual(namesOf([opened, entered, verified]))
})
