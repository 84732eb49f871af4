import { describe, expect, test } from 'vitest'
import { firstLogin } from '../../../machines/first-login/pack.ts'
import { flowOf } from '../../../machines/model/perform.ts'
import { library } from '../../../machines/model/testing/small-pack.ts'
import { commonValues } from '../../../machines/model/values.ts'
import { begin, walk } from '../../../machines/model/walk.ts'
import { notesOf } from '../devices/notes-of.ts'
import { formOn } from './did.ts'
import { addressOfPerson, knownOf } from './known.ts'
import { type Person, remember } from './remember.ts'
import { seenAt } from './seen.ts'
import { stageOf } from './stage.ts'

const person: Person = {
  pack: library,
  values: commonValues,
  knowing: (chosen) =>
    knownOf(library, false, chosen, async (which) => (which === 'used' ? undefined : '123456')),
}

function stage(id: string, events: string[]) {
  const flow = flowOf(library, id)
  const given = Object.keys(flow.givens)[0] ?? ''
  const [first = begin(flow, given), ...rest] = walk(flow, given, events)
  return stageOf(library, { flow, given, moments: [first, ...rest] }, undefined)
}

const atForm = ['ask-for-mail', 'open-link']
const ready = stage('renew', [...atForm, 'new.strong', 'again.same'])
const chosenKey = ready.own[2]?.key ?? ''

describe('what was typed along a walk', () => {
  test('is the value of the symbols, where it was done for the person', async () => {
    const { last, chosen } = await remember(person, ready.happened, new Map())
    expect(last).toEqual({
      Name: 'someone@example.com',
      'New password': 'eleven quiet windows',
      Again: 'eleven quiet windows',
    })
    expect(chosen).toBe('eleven quiet windows')
  })

  test('is what was typed by hand, and what follows from it', async () => {
    const byHand = new Map([[chosenKey, { 'New password': 'my very own words' }]])
    const { last, chosen, instead } = await remember(person, ready.happened, byHand)
    expect(chosen).toBe('my very own words')
    expect(last.Again).toBe('my very own words')
    expect([...instead]).toEqual([['eleven quiet windows', 'my very own words']])
  })

  test('is what somebody else has typed, with an account of their own', async () => {
    const flow = flowOf(firstLogin, 'onboarding')
    const events = ['activate-account', 'log-in', 'register-entra-app', 'configure-sso-entra', 'add-users']
    const [first = begin(flow, 'invited'), ...rest] = walk(flow, 'invited', [...events, 'log-in-sso'])
    const outer = { flow, given: 'invited', moments: [first, ...rest] } as const
    const at = stageOf(firstLogin, outer, undefined)
    const knowing: Person['knowing'] = (chosen, as) =>
      knownOf(firstLogin, false, chosen, async () => '123456', as)
    const { last } = await remember({ ...person, pack: firstLogin, knowing }, at.happened, new Map())
    expect(last['Email address']).toBe('colleague@example.com')
    expect(addressOfPerson(firstLogin, at.as)).toBe('colleague@example.com')
    expect(knowing('', at.as).note('providerUser')).toBe('colleague@example.com')
  })

  test('a symbol without a value is said, and stops nothing', async () => {
    const enter = stage('enter', ['open-link', 'enter', 'name', 'password.right'])
    const values = { ...commonValues, password: {} }
    const { last, problem } = await remember({ ...person, values }, enter.happened, new Map())
    expect(last.Name).toBe('someone@example.com')
    expect(problem).toContain("No value is known for 'right' in the field “Password”")
  })
})

describe('a screen shows', () => {
  const seen = async (...events: string[]) => {
    const at = stage('renew', [...atForm, ...events])
    return seenAt(at, await remember(person, at.happened, new Map()))
  }

  test('what was typed as long as its form is open, time or no time', async () => {
    expect((await seen('new.strong', 'again.same', 'day-passes')).filled).toEqual({
      'New password': 'eleven quiet windows',
      Again: 'eleven quiet windows',
    })
  })

  test('no secret once it was refused, and why it was', async () => {
    expect(await seen('new.weak', 'again.same', 'set')).toMatchObject({
      filled: {},
      message: 'Too weak',
      tone: 'wrong',
    })
  })
})

describe('a form as a person has filled it in', () => {
  const typed = { 'New password': 'a good long one', Again: '' }

  test('is what its fields hold, as symbols, once it is sent', async () => {
    const { did } = await formOn(person, 'renewal', { press: 'Set', typed, changed: ['New password'] }, '')
    expect(did).toEqual({
      what: 'send',
      press: 'Set',
      screen: 'renewal',
      fields: { 'New password': ['strong'], Again: ['empty', 'different'] },
    })
  })

  test('is what was changed until then', async () => {
    const { did } = await formOn(person, 'renewal', { typed, changed: ['New password'] }, '')
    expect(did).toEqual({ what: 'type', screen: 'renewal', fields: { 'New password': ['strong'] } })
  })

  test('has labels that match, codes without blanks, and nothing that the model does not know', async () => {
    const read = { press: 'Go on', typed: { 'Code:': '123 456', Remember: 'on' }, changed: [] }
    const { did, typed } = await formOn(person, 'code', read, '')
    expect(did).toMatchObject({ fields: { Code: ['right'] } })
    expect(typed).toEqual({ Code: '123456' })
  })
})

describe('notes', () => {
  const notes = (id: string, chosen = '') =>
    notesOf(library, flowOf(library, id), commonValues, person.knowing(chosen))

  test('have what leads on, and no codes', async () => {
    expect(await notes('enter', 'my very own words')).toEqual({
      Name: 'someone@example.com',
      Password: 'my very own words',
    })
  })

  test('of a journey have those of its procedures', async () => {
    expect(Object.keys(await notes('trip', 'my very own words'))).toEqual(['Name', 'Password'])
  })
})
