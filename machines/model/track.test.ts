import { describe, expect, test } from 'vitest'
import type { Observation } from './observation.ts'
import { flowOf } from './perform.ts'
import {
  code,
  enter,
  entering,
  type Fields,
  mailed,
  password,
  renewing,
  send,
  set,
  shows,
  toCode,
  toFront,
  toPassword,
  toRenewal,
  tracking,
  type,
  wait,
  where,
} from './testing/library-walks.ts'
import { library } from './testing/small-pack.ts'
import { observe, placeOf, stepsDone, type Track } from './track.ts'

describe('the state that is reported', () => {
  const screenOf = (track: Track) => placeOf(track, track.positions[0]).moment.screen
  const there: Observation = {
    did: send('their-login', 'Sign in', { Account: ['registered'], Password: ['right'] }),
  }
  const leaving: Observation = { did: send('name', 'Go on', { Name: ['registered'] }) }
  const federated = (...observations: Observation[]) =>
    tracking('enter', 'federated', toFront, enter, leaving, ...observations)

  test('is a page of another party, of which the product does not tell', () => {
    expect(screenOf(federated())).toBe('their-login')
  })

  test('is no page of the product before it was seen', () => {
    const signedIn = federated(there)
    expect(signedIn.positions[0].moment.screen).toBe('desk')
    expect(screenOf(signedIn)).toBe('their-login')
    expect(screenOf(observe(signedIn, { did: { what: 'return' }, shown: { screen: 'desk' } }))).toBe('desk')
  })

  test('is nothing, as long as what leads on from an unknown screen is not seen', () => {
    const strange = entering(...toPassword, { shown: { screen: 'a stranger' } })
    expect(observe(strange, { did: send('a stranger', 'Away') }).fit).toBe('unknown')
  })
})

test('a page that is gone back to is the one of the likeliest memory', () => {
  const back = entering(...toPassword, { shown: { screen: 'name' } }, { shown: { screen: 'front' } })
  expect(back.own.walk).toEqual(['open-link'])
})

test('a page that the browser shows again says nothing of its refusals; what they have changed stays', () => {
  const wrong = password('wrong', 'password', 'Wrong password.')
  const twice = observe(entering(...toPassword, wrong, wrong), { again: { walk: [] } })
  expect(twice.own.walk).toEqual(['open-link', 'enter', 'name'])
  expect(where(twice)).toBe('enter: password')
  const blocked = entering(...toPassword, wrong, wrong, password('wrong', 'password', 'You are blocked.'))
  expect(observe(blocked, { again: { walk: [] } })).toEqual(blocked)
})

test('a page that the browser shows again, of which no walk is known, is where the walk had it last', () => {
  const back = observe(entering(...toCode), { again: { walk: [] }, shown: { screen: 'name' } })
  expect([where(back), back.fit, back.own.walk]).toEqual(['enter: name', 'followed', ['open-link', 'enter']])
  expect(stepsDone(back)).toEqual(stepsDone(entering(...toCode)))
  const there = observe(back, { again: { walk: [] }, shown: { screen: 'name' } })
  expect(there.own.walk).toEqual(back.own.walk)
})

test('a page that the browser shows again is at the place where it was, though another looks the same', () => {
  const wrong = password('wrong', 'password', 'Wrong password.')
  const last = password('wrong', 'password', 'You are blocked.')
  const blocked = entering(...toPassword, wrong, wrong, last, { shown: { screen: 'name' } })
  const walk = ['open-link', 'enter', 'name', 'password.thrice']
  const again = observe(blocked, { again: { walk }, shown: { screen: 'password' } })
  expect([where(again), again.fit, again.own.walk]).toEqual(['enter: blocked', 'followed', walk])
})

describe('a form with a field that holds something untouched', () => {
  const { events } = flowOf(library, 'renew')
  const [[again = '', { fill = {} } = {}] = []] = Object.entries(events).filter(([id]) => id === 'again.same')
  const untouched = Object.fromEntries(Object.entries(fill).map(([label, symbol]) => [label, [symbol]]))

  test('has it only where something was typed that comes after it', () => {
    const typed = (fields: Fields): Observation => ({
      did: { what: 'type', screen: 'renewal', fields, untouched },
    })
    expect(renewing(...toRenewal, typed({ 'New password': ['strong'] })).own.walk).not.toContain(again)
  })
})

describe('on the path', () => {
  test('the machine goes along', () => {
    const found = entering(...toPassword)
    expect(where(found)).toBe('enter: password')
    expect(found.fit).toBe('followed')
    expect(found.positions[0].walk).toEqual(['open-link', 'enter', 'name'])
    expect(stepsDone(found)).toEqual(['enter.1', 'enter.2', 'enter.3'])
  })

  test('a form means the events of its fields and then the event of its button', () => {
    const found = renewing(...toRenewal, set('strong', 'renewed'))
    expect(found.positions[0].walk).toEqual(['ask-for-mail', 'open-link', 'new.strong', 'again.same', 'set'])
    expect(stepsDone(found)).toHaveLength(5)
  })

  test('attempts that are one event of the model are that event', () => {
    const wrong = password('wrong', 'password', 'Wrong password.')
    const found = entering(...toPassword, wrong, wrong, password('wrong', 'password', 'You are blocked.'))
    expect(where(found)).toBe('enter: blocked')
    expect(found.own.walk).toEqual(['open-link', 'enter', 'name', 'password.thrice'])
  })

  test('what only its performer can see is believed', () => {
    const found = renewing(mailed, {
      did: { what: 'perform', event: 'no-mail' },
      shown: { screen: 'mailed' },
    })
    expect(found.own.walk).toEqual(['ask-for-mail', 'no-mail'])
  })
})

describe('steps', () => {
  test('a refused one is not done', () => {
    const found = entering(...toPassword, password('wrong', 'password', 'Wrong password.'))
    expect(found.fit).toBe('followed')
    expect(stepsDone(found)).not.toContain('enter.4')
  })

  test('one that is left half done is not done', () => {
    expect(stepsDone(entering(...toCode))).not.toContain('enter.5')
    const back = shows(send('code', 'Another way'), 'factor')
    expect(stepsDone(entering(...toCode, back))).not.toContain('enter.5')
    expect(stepsDone(entering(...toCode, code('right', 'desk')))).toContain('enter.5')
  })

  test('one whose outcome was not seen is not done until it is', () => {
    const gone: Observation = { did: send('name', 'Go on', { Name: ['registered'] }) }
    const signedIn: Observation = {
      did: send('their-login', 'Sign in', { Account: ['registered'], Password: ['right'] }),
    }
    const away = tracking('enter', 'federated', toFront, enter, gone, signedIn)
    expect(where(away)).toBe('enter: desk')
    expect(away.shown).toBeUndefined()
    expect(stepsDone(away)).not.toContain('enter.3')
    expect(stepsDone(observe(away, shows({ what: 'return' }, 'desk')))).toContain('enter.3')
    const refused = observe(away, shows({ what: 'return' }, 'front', 'Nobody was signed in.'))
    expect(where(refused)).toBe('enter: front')
    expect(stepsDone(refused)).not.toContain('enter.3')
  })

  test('they stay done off the path', () => {
    const found = entering(...toPassword, shows(send('password', 'Lost it?'), 'lost'))
    expect(stepsDone(found)).toEqual(['enter.1', 'enter.2', 'enter.3'])
  })
})

describe('the provider', () => {
  const gone: Observation = { did: send('name', 'Go on', { Name: ['registered'] }) }
  const atProvider = tracking('enter', 'federated', toFront, enter, gone)

  test('a return from the provider implies the events that lead to that screen', () => {
    const cancelled = observe(atProvider, shows({ what: 'return' }, 'front', 'It was cancelled.'))
    expect([where(cancelled), cancelled.fit]).toEqual(['enter: front', 'followed'])
    const signedIn = observe(atProvider, shows({ what: 'return' }, 'desk'))
    expect([where(signedIn), signedIn.fit]).toEqual(['enter: desk', 'followed'])
  })

  test('after a cancelled sign-in one signs in again', () => {
    const back = shows({ what: 'return' }, 'front', 'It was cancelled.')
    const found = [back, enter, gone, shows({ what: 'return' }, 'desk')].reduce(observe, atProvider)
    expect([where(found), found.fit]).toEqual(['enter: desk', 'followed'])
    expect(stepsDone(found)).toContain('enter.3')
  })
})

describe('while a form is filled in', () => {
  const strong = { 'New password': ['strong'] }

  test('the machine knows what is in it, and what was corrected', () => {
    const weak = renewing(...toRenewal, type({ 'New password': ['weak'] }))
    expect(where(weak)).toBe('renew: renewal.weak')
    const corrected = observe(weak, type(strong))
    expect(where(corrected)).toBe('renew: renewal.chosen')
    expect(where(observe(corrected, type({ ...strong, Again: ['same'] })))).toBe('renew: renewal.ready')
    expect(where(observe(corrected, type({})))).toBe('renew: renewal.blank')
  })

  test('time may pass', () => {
    for (const typed of [[], [type(strong)], [type(strong), type({ ...strong, Again: ['same'] })]]) {
      const late = renewing(...toRenewal, ...typed, wait(86_400), set('strong', 'late'))
      expect([where(late), late.fit]).toEqual(['renew: late', 'followed'])
    }
  })

  test('time adds up', () => {
    const late = renewing(...toRenewal, wait(50_000), wait(40_000), set('strong', 'late'))
    expect(late.fit).toBe('followed')
  })

  test('what the product does not take was not done', () => {
    const typed = renewing(...toRenewal, type({ ...strong, Again: ['same'] }))
    expect(stepsDone(typed)).toContain('renew.4')
    const found = observe(typed, set('strong', 'renewal', 'The library is closed.'))
    expect([where(found), found.fit]).toEqual(['renew: renewal.blank', 'unmodelled'])
    expect(stepsDone(found)).toEqual(['renew.1', 'renew.2'])
  })

  test('what is typed into a page that is gone changes nothing', () => {
    const found = renewing(mailed)
    expect(where(observe(found, type(strong)))).toBe('renew: mailed')
  })
})
