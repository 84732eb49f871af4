import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isJourney } from './flow.ts'
import type { Did, Observation } from './observation.ts'
import { flowOf } from './perform.ts'
import type { Screen } from './screen.ts'
import { library } from './testing/small-pack.ts'
import { isAway, observe, placeOf, startTrack, stepsDone, type Track, track } from './track.ts'

type Fields = Record<string, string[]>

const send = (screen: string, press: string, fields: Fields = {}): Did => ({
  what: 'send',
  screen,
  press,
  fields,
})
const type = (fields: Fields): Observation => ({ did: { what: 'type', screen: 'renewal', fields } })
const wait = (seconds: number): Observation => ({ did: { what: 'wait', seconds } })
const follow = (link: string, screen: string, was = ['newest']): Observation => ({
  did: { what: 'follow', link, was },
  shown: { screen },
})
const shows = (did: Did, screen: string, message?: string): Observation => ({
  did,
  shown: { screen, message },
})

const enter = shows(send('front', 'Enter'), 'name')
const name = shows(send('name', 'Go on', { Name: ['registered'] }), 'password')
const password = (symbol: string, screen: string, message?: string) =>
  shows(send('password', 'Go on', { Password: [symbol] }), screen, message)
const code = (symbol: string, screen: string, message?: string) =>
  shows(send('code', 'Go on', { Code: [symbol] }), screen, message)
const set = (again: string, screen: string, message?: string) =>
  shows(send('renewal', 'Set', { 'New password': [again], Again: ['same'] }), screen, message)

const tracking = (flow: string, given: string, ...observations: Observation[]) =>
  track(library, flowOf(library, flow), given, observations)
const entering = (...observations: Observation[]) => tracking('enter', 'fresh', ...observations)
const renewing = (...observations: Observation[]) => tracking('renew', 'member', ...observations)
const where = ({ positions: [{ flow, moment }] }: Track) => `${flow.id}: ${moment.state}`

const toFront = follow('front page', 'front')
const toPassword = [toFront, enter, name]
const toCode = [...toPassword, password('right', 'factor'), shows(send('factor', 'App'), 'code')]
const mailed = shows(send('lost', 'Mail me', { Name: ['registered'] }), 'mailed')
const again = shows(send('mailed', 'Mail me again'), 'mailed')
const toRenewal = [mailed, follow('renew it', 'renewal')]

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

describe('off the path', () => {
  const lost = entering(...toPassword, shows(send('password', 'Lost it?'), 'lost'))

  test('another flow that has the screen is followed', () => {
    expect([where(lost), lost.fit, isAway(lost)]).toEqual(['renew: lost', 'left', true])
    expect(lost.own.walk).toEqual(['open-link', 'enter', 'name'])
    const renewed = [mailed, follow('renew it', 'renewal'), set('strong', 'renewed')].reduce(observe, lost)
    expect([where(renewed), renewed.fit]).toEqual(['renew: renewed', 'followed'])
  })

  test('the own flow takes over where it has the screen', () => {
    const back = observe(lost, { shown: { screen: 'front' } })
    expect([where(back), back.fit]).toEqual(['enter: front', 'returned'])
    expect(observe(back, enter).fit).toBe('followed')
  })

  test('a screen of the flow that no transition leads to is gone on from', () => {
    const back = entering(...toPassword, { shown: { screen: 'name' } })
    expect([where(back), back.fit, back.own.walk]).toEqual(['enter: name', 'left', ['open-link', 'enter']])
  })

  test('what the machine remembers stays', () => {
    const left = shows(send('desk', 'Leave'), 'front')
    const found = entering(...toCode, code('right', 'desk'), left, enter, name, {
      shown: { screen: 'front' },
    })
    const later = [enter, name, password('right', 'code')].reduce(observe, found)
    expect([where(later), later.fit]).toEqual(['enter: code', 'followed'])
  })

  test('an unknown screen is said to be one until a known one is shown', () => {
    const strange = entering(...toPassword, shows(send('password', 'Opening hours'), 'opening-hours'))
    expect([strange.fit, strange.shown, where(strange)]).toEqual([
      'unknown',
      'opening-hours',
      'enter: password',
    ])
    const more = observe(strange, shows(send('opening-hours', 'Map'), 'map'))
    expect(more.fit).toBe('unknown')
    const back = observe(more, shows(send('map', 'Back'), 'password'))
    expect([where(back), back.fit]).toEqual(['enter: password', 'returned'])
    expect(observe(back, password('right', 'factor')).fit).toBe('followed')
  })

  test('what the flow does not know, and what changes nothing, is said', () => {
    const found = entering(toFront, shows(send('front', 'Change language'), 'front'))
    expect([where(found), found.fit]).toEqual(['enter: front', 'unmodelled'])
    expect(stepsDone(found)).toEqual(['enter.1'])
  })

  test('a link of a mail can be followed from anywhere', () => {
    const dead = renewing(mailed, again, follow('renew it', 'dead', ['older']))
    expect([where(dead), dead.fit]).toEqual(['renew: dead', 'followed'])
    const renewed = [follow('renew it', 'renewal'), set('strong', 'renewed')].reduce(observe, dead)
    expect([where(renewed), renewed.fit]).toEqual(['renew: renewed', 'followed'])
    expect(stepsDone(renewed)).toHaveLength(5)
  })

  test('an address that leads to the current screen changes nothing', () => {
    const visited = entering(toFront, shows({ what: 'visit', address: 'front' }, 'front'))
    expect([where(visited), visited.fit]).toEqual(['enter: front', 'followed'])
  })
})

describe('others', () => {
  test('what they do is not the holder’s', () => {
    const found = entering(toFront, { by: 'guest', ...enter })
    expect([where(found), found.shown]).toEqual(['enter: front', 'front'])
  })

  test('a journey continues when a procedure has ended', () => {
    const entered = tracking('trip', 'fresh', ...toCode, code('right', 'desk'))
    expect(where(entered)).toBe('trip: entered')
    const mistaken = observe(entered, set('strong', 'renewed'))
    expect(where(mistaken)).toBe('trip: entered')
    expect(where(observe(entered, { by: 'guest', ...set('strong', 'renewed') }))).toBe('trip: renewed')
  })
})

/** Every observation that a deployment of the pack could make, and some that it could not. */
const observations = (): fc.Arbitrary<Observation> => {
  const screen = fc.constantFrom(...Object.keys(library.screens), 'opening-hours')
  const all: Screen[] = Object.values(library.screens)
  const press = fc.constantFrom(...all.flatMap(({ buttons = [], links = [] }) => [...buttons, ...links]))
  const labels = all.flatMap(({ fields = [] }) => fields.map(({ label }) => label))
  const symbols = fc.constantFrom('registered', 'right', 'wrong', 'strong', 'weak', 'same', 'empty')
  const fields = fc.dictionary(fc.constantFrom(...labels), fc.tuple(symbols), { maxKeys: 2 })
  const link = { what: fc.constant('follow' as const), link: press, was: fc.subarray(['newest', 'older']) }
  const did: fc.Arbitrary<Did> = fc.oneof(
    fc.record({ what: fc.constant('visit' as const), address: fc.constantFrom('front', 'desk') }),
    fc.record(link),
    fc.record({ what: fc.constant('send' as const), screen, press, fields }),
    fc.constant({ what: 'return' as const }),
    fc.record({ what: fc.constant('perform' as const), event: fc.constantFrom('no-mail', 'enter') }),
  )
  const unshown: fc.Arbitrary<Did> = fc.oneof(
    fc.record({ what: fc.constant('type' as const), screen, fields }),
    fc.record({ what: fc.constant('wait' as const), seconds: fc.nat(90_000) }),
  )
  const words = ['Wrong password', 'Wrong code', 'cancelled', 'closed']
  const shown = fc.record({ screen, message: fc.constantFrom(undefined, undefined, ...words) })
  const by = fc.constantFrom(undefined, undefined, 'guest')
  return fc.oneof(
    { weight: 3, arbitrary: fc.record({ did, shown, by }, { requiredKeys: [] }) },
    { weight: 1, arbitrary: fc.record({ did: unshown }) },
  )
}

const givens = library.flows
  .filter((flow) => !isJourney(flow))
  .flatMap(({ id, givens }) => Object.keys(givens).map((given) => ({ flow: id, given })))

test('no sequence of observations leads to a claim of a screen that is not shown, or to a step that was not done', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...givens),
      fc.array(observations(), { maxLength: 200, size: 'max' }),
      ({ flow, given }, all) => {
        let now = startTrack(library, flowOf(library, flow), given)
        for (const observation of all) {
          const before = stepsDone(now)
          now = observe(now, observation)
          const screens = new Set(now.positions.map(({ moment }) => moment.screen))
          expect(now.positions.length).toBeGreaterThan(0)
          if (now.fit !== 'unknown' && now.shown !== undefined) expect([...screens]).toEqual([now.shown])
          if (observation.by === undefined && observation.shown)
            expect(now.shown).toBe(observation.shown.screen)
          if (now.fit === 'unknown' || now.fit === 'left' || now.fit === 'unmodelled')
            expect(before).toEqual(expect.arrayContaining(stepsDone(now)))
        }
      },
    ),
    { numRuns: 30 },
  )
})
