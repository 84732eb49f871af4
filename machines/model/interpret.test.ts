import { describe, expect, test } from 'vitest'
import { bestReading, interpret } from './interpret.ts'
import type { Did } from './observation.ts'
import { flowOf } from './perform.ts'
import { library } from './testing/small-pack.ts'
import { walk } from './walk.ts'

/** Every way to understand something done after some others, the best first, as names of events. */
function readings(flow: string, events: string[], did: Did, meanwhile: Did[] = []) {
  const described = flowOf(library, flow)
  const moment = walk(described, Object.keys(described.givens)[0] ?? '', events).at(-1)
  if (!moment) throw new Error('There is no such moment.')
  const found = interpret(described, moment, did, meanwhile)
  const best = bestReading(found)
  return [...(best ? [best] : []), ...found.filter((reading) => reading !== best)].map(({ moments }) =>
    moments.map(({ edge }) => edge?.event),
  )
}

const understood = (flow: string, events: string[], did: Did) => readings(flow, events, did)[0]

const atPassword = ['open-link', 'enter', 'name']
const atForm = ['ask-for-mail', 'open-link']
const send = (screen: string, press: string | undefined, fields: Record<string, string[]> = {}): Did => ({
  what: 'send',
  screen,
  press,
  fields,
})
const passwordForm = (symbol: string) => send('password', 'Go on', { Password: [symbol] })
const renewal = (first: string[], again: string[]) =>
  send('renewal', 'Set', { 'New password': first, Again: again })

describe('a form means', () => {
  test('the event of what was typed into it', () => {
    expect(understood('enter', atPassword, passwordForm('right'))).toEqual(['password.right'])
    expect(understood('enter', atPassword, passwordForm('wrong'))).toEqual(['password.wrong'])
  })

  test('the events of its fields, and then that of its button', () => {
    expect(understood('renew', atForm, renewal(['strong'], ['same']))).toEqual([
      'new.strong',
      'again.same',
      'set',
    ])
  })

  test('those of its fields alone as long as it is not sent', () => {
    const typed: Did = { what: 'type', screen: 'renewal', fields: { 'New password': ['strong'] } }
    expect(understood('renew', atForm, typed)).toEqual(['new.strong'])
  })

  test('the button alone where the fields were understood before', () => {
    expect(
      understood('renew', [...atForm, 'new.strong', 'again.same'], renewal(['strong'], ['same'])),
    ).toEqual(['set'])
  })

  test('nothing on another screen, with another button, or with other values', () => {
    expect(understood('enter', atPassword, send('name', 'Go on', { Password: ['right'] }))).toBeUndefined()
    expect(understood('enter', atPassword, send('password', 'Leave'))).toBeUndefined()
    expect(understood('enter', atPassword, passwordForm('old'))).toBeUndefined()
  })

  test('labels match without regard to case and closing punctuation', () => {
    expect(understood('enter', ['open-link'], send('front', 'ENTER …'))).toEqual(['enter'])
  })
})

test('what happened while a form was filled in may have come before its button', () => {
  const dayPassed: Did = { what: 'wait', seconds: 90_000 }
  const found = readings('renew', atForm, renewal(['strong'], ['same']), [dayPassed])
  expect(found).toContainEqual(['new.strong', 'again.same', 'day-passes', 'set'])
  expect(found).toContainEqual(['new.strong', 'again.same', 'set'])
})

describe('apart from forms', () => {
  test('a link of a mail, by which mail it was', () => {
    const twice = ['ask-for-mail', 'ask-again']
    const follow = (was: string[]): Did => ({ what: 'follow', link: 'renew it', was })
    expect(understood('renew', twice, follow(['newest']))).toEqual(['open-link'])
    expect(understood('renew', twice, follow(['older']))).toEqual(['open-older'])
    expect(understood('renew', ['ask-for-mail'], follow(['older']))).toBeUndefined()
  })

  test('an address', () => {
    expect(understood('enter', ['open-link'], { what: 'visit', address: 'desk' })).toEqual(['open-desk'])
    expect(understood('enter', ['open-link'], { what: 'visit', address: 'front' })).toBeUndefined()
  })

  test('the clock, as soon as it has moved far enough', () => {
    const ready = [...atForm, 'new.strong', 'again.same']
    expect(understood('renew', ready, { what: 'wait', seconds: 86_400 })).toEqual(['day-passes'])
    expect(understood('renew', ready, { what: 'wait', seconds: 3_600 })).toBeUndefined()
  })
})

test('the best reading accounts for the most fields, with the fewest events', () => {
  const moments = walk(flowOf(library, 'enter'), 'fresh', ['open-link', 'enter'])
  const [first, second] = moments
  if (!first || !second) throw new Error('The walk is too short.')
  const short = { moments: [second], fields: 1 }
  expect(bestReading([{ moments: [first], fields: 0 }, { moments: [first, second], fields: 1 }, short])).toBe(
    short,
  )
  expect(bestReading([])).toBeUndefined()
})
