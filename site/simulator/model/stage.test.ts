import { describe, expect, test } from 'vitest'
import type { Did } from '../../../machines/model/observation.ts'
import { flowOf } from '../../../machines/model/perform.ts'
import { library } from '../../../machines/model/testing/small-pack.ts'
import { begin, walk } from '../../../machines/model/walk.ts'
import { advance } from './advance.ts'
import { openedKey, outcomeOf, type Stage, stageOf, type Within } from './stage.ts'

function stage(id: string, events: string[], within?: Within): Stage {
  const flow = flowOf(library, id)
  const given = Object.keys(flow.givens)[0] ?? ''
  const [first = begin(flow, given), ...rest] = walk(flow, given, events)
  return stageOf(library, { flow, given, moments: [first, ...rest] }, within)
}

const send = (screen: string, press: string, fields: Record<string, string[]> = {}): Did => ({
  what: 'send',
  screen,
  press,
  fields,
})
const type = (fields: Record<string, string[]>): Did => ({ what: 'type', screen: 'renewal', fields })
const atForm = ['ask-for-mail', 'open-link']
const wrong = send('password', 'Go on', { Password: ['wrong'] })
const atPassword = ['open-link', 'enter', 'name']

describe('what a person does', () => {
  test('takes the walk on', () => {
    expect(outcomeOf(stage('enter', ['open-link']), send('front', 'Enter'))).toEqual({
      is: 'walked',
      walk: ['open-link', 'enter'],
      since: 1,
    })
  })

  test('is unknown where the model has no event for it', () => {
    expect(outcomeOf(stage('enter', ['open-link']), send('front', 'Leave'))).toEqual({ is: 'unknown' })
  })

  test('in a form takes the place of what was typed into it before', () => {
    const chosen = stage('renew', [...atForm, 'new.strong'])
    expect(outcomeOf(chosen, type({ 'New password': ['weak'] }))).toEqual({
      is: 'walked',
      walk: [...atForm, 'new.weak'],
      since: 2,
    })
    expect(outcomeOf(chosen, type({}))).toEqual({ is: 'walked', walk: atForm, since: 2 })
  })

  test('in a form that is untouched, and that the model does not know, changes nothing', () => {
    expect(outcomeOf(stage('renew', atForm), type({ 'New password': ['odd'] }))).toEqual({ is: 'unknown' })
  })

  test('by the link that has opened the page opens it again, its form empty', () => {
    const again: Did = { what: 'follow', link: 'renew it', was: ['newest', 'used'] }
    const opened = { is: 'walked', walk: atForm, since: 1 }
    expect(outcomeOf(stage('renew', atForm), again)).toEqual(opened)
    expect(outcomeOf(stage('renew', [...atForm, 'new.weak', 'again.same', 'set']), again)).toEqual(opened)
    const later = stage('renew', [...atForm, 'new.strong', 'again.same', 'day-passes'])
    expect(outcomeOf(later, again)).toEqual({ is: 'unknown' })
  })

  test('while a form is filled in comes after what was typed', () => {
    const ready = stage('renew', [...atForm, 'new.strong', 'again.same'])
    expect(outcomeOf(ready, { what: 'wait', seconds: 86_400 })).toMatchObject({
      walk: [...atForm, 'new.strong', 'again.same', 'day-passes'],
    })
  })
})

describe('what is done several times over', () => {
  test('counts one by one until it is often enough', () => {
    const once = stage('enter', [...atPassword, 'password.wrong'])
    expect(outcomeOf(once, wrong)).toMatchObject({
      walk: [...atPassword, 'password.wrong', 'password.wrong'],
    })
  })

  test('is then the one event that it is', () => {
    const twice = stage('enter', [...atPassword, 'password.wrong', 'password.wrong'])
    expect(outcomeOf(twice, wrong)).toMatchObject({ walk: [...atPassword, 'password.thrice'] })
  })
})

test('a page stays the same while it is filled in and while time passes, and no longer', () => {
  const key = (...events: string[]) => openedKey(stage('renew', [...atForm, ...events]))
  expect(key('new.strong', 'again.same', 'day-passes')).toBe(key())
  expect(key('new.weak', 'again.same', 'set')).not.toBe(key())
})

describe('a procedure of a journey', () => {
  const followed: Did = { what: 'follow', link: 'front page', was: ['newest'] }

  test('is begun by its first event', () => {
    expect(outcomeOf(stage('trip', []), followed)).toEqual({
      is: 'within',
      within: { flow: 'enter', given: 'fresh', walk: ['open-link'] },
      since: 0,
    })
  })

  test('is what is shown then, and what can be acted on', () => {
    const within = stage('trip', [], { flow: 'enter', given: 'fresh', walk: ['open-link'] })
    expect(within.flow.id).toBe('enter')
    expect(within.moments.at(-1)?.screen).toBe('front')
    expect(within.happened.map(({ edge }) => edge.event)).toEqual(['open-link'])
  })

  test('is the event of the journey once it has come to its end', () => {
    const within = stage('trip', [], { flow: 'enter', given: 'fresh', walk: ['open-link'] })
    const outcome = outcomeOf(within, send('front', 'Enter'))
    expect(outcome).toMatchObject({ is: 'finished', event: 'enter' })
    if (outcome.is === 'unknown') throw new Error('It was not understood.')
    const { walk, finished } = advance(within, outcome)
    expect(walk).toEqual(['enter'])
    expect(finished?.scripted.map(({ edge }) => edge.event)).toEqual(['open-link', 'enter'])
  })

  test('that happened counts by its own events, and then as one event', () => {
    expect(stage('trip', ['enter']).happened.map(({ flow, edge }) => `${flow.id}/${edge.event}`)).toEqual([
      'enter/open-link',
      'enter/enter',
      'trip/enter',
    ])
  })
})

test('an outcome tells the events that have happened by it, and no walk where it has not changed', () => {
  const chosen = stage('renew', [...atForm, 'new.strong'])
  const same = outcomeOf(chosen, type({ 'New password': ['strong'] }))
  if (same.is === 'unknown') throw new Error('It was not understood.')
  const { walk, happened } = advance(chosen, same)
  expect(walk).toBeUndefined()
  expect(happened.map(({ edge }) => edge.event)).toEqual(['new.strong'])
})

test('whose browser is shown is known: that of the account’s holder, or of somebody else who takes part', () => {
  expect(stage('trip', ['enter']).as).toBeUndefined()
  expect(stage('trip', ['enter', 'renew']).as).toBe('guest')
})
