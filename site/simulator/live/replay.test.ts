import { expect, test } from 'vitest'
import { firstLogin } from '../../../machines/first-login/pack.ts'
import { flowOf } from '../../../machines/model/perform.ts'
import { library } from '../../../machines/model/testing/small-pack.ts'
import { momentKey, walk } from '../../../machines/model/walk.ts'
import { documentedWay } from '../walk/documented-way.ts'
import { after, type Here, isFilledBy, type Next, nextOf, type Replay, walkToPage } from './replay.ts'

const flow = flowOf(library, 'enter')
const way = ['open-link', 'enter', 'name', 'password.right']

const at = (...events: string[]): Here => {
  const moment = walk(flow, 'fresh', events).at(-1)
  return { walk: events, key: moment && momentKey(moment), isReady: true }
}
const away: Here = { walk: ['open-link'], key: undefined, isReady: true }

const table: [string, Replay | undefined, Here, Next][] = [
  ['nothing is wanted', undefined, at('open-link'), { do: 'nothing' }],
  ['something is being done', { wanted: way }, { ...at(), isReady: false }, { do: 'nothing' }],
  ['the sandbox is at the beginning', { wanted: way }, at(), { do: 'join', done: 0 }],
  ['the sandbox is on the way', { wanted: way }, at('open-link', 'enter'), { do: 'join', done: 2 }],
  ['the sandbox is at the end', { wanted: way }, at(...way), { do: 'join', done: 4 }],
  ['the sandbox is beyond', { wanted: ['open-link'] }, at('open-link', 'enter'), { do: 'start-over' }],
  ['the sandbox went another way', { wanted: way }, at('open-link', 'open-desk'), { do: 'start-over' }],
  ['the sandbox is off the path', { wanted: way }, away, { do: 'start-over' }],
  ['on the way', { wanted: way, done: 1 }, at('open-link'), { do: 'perform', event: 'enter' }],
  [
    'the way there was another, and the place is right',
    { wanted: way, done: 4 },
    at('open-link', 'enter', 'name', 'password.wrong', 'password.right'),
    { do: 'arrive' },
  ],
  ['all is done', { wanted: way, done: 4 }, at(...way), { do: 'arrive' }],
  ['an event led elsewhere', { wanted: way, done: 2 }, at('open-link'), { do: 'start-over' }],
  [
    'it does so again',
    { wanted: way, done: 2, isFresh: true },
    at('open-link'),
    { do: 'give-up', reason: '“Click Enter” has led to another state than the model has.' },
  ],
  [
    'the form of an entry cannot be filled again',
    { wanted: way, done: 2, isEntry: true },
    at('open-link'),
    { do: 'arrive' },
  ],
  [
    'the model has no such way',
    { wanted: ['enter', 'name'], done: 1, isFresh: true },
    at(),
    { do: 'give-up', reason: '“Click Enter” is not possible at that point.' },
  ],
  [
    'a fresh sandbox shows something else',
    { wanted: way, isFresh: true },
    away,
    { do: 'give-up', reason: 'The new sandbox does not start in the same state as the model.' },
  ],
]

test.each(table)('%s', (_, replay, here, next) => {
  expect(nextOf(flow, 'fresh', replay, here)).toEqual(next)
})

test('each event is done once, and a fresh sandbox is taken once', () => {
  const begun = after({ wanted: way }, { do: 'join', done: 1 })
  expect(begun).toEqual({ wanted: way, done: 1 })
  expect(begun && after(begun, { do: 'perform', event: 'enter' })).toEqual({ wanted: way, done: 2 })
  const fresh = after({ wanted: way, done: 3 }, { do: 'start-over' })
  expect(fresh).toEqual({ wanted: way, isFresh: true })
  expect(fresh && after(fresh, { do: 'join', done: 0 })).toEqual({ wanted: way, done: 0, isFresh: true })
  expect(after({ wanted: way, done: 4 }, { do: 'arrive' })).toBeUndefined()
})

test('a form is filled again where nothing but its fields is between two places', () => {
  const oidc = flowOf(firstLogin, 'configure-sso-oidc')
  const way = documentedWay(oidc, 'administrator').map(({ event }) => event)
  const blank = way.indexOf('choose.openid-connect') + 1
  const filled = way.indexOf('discovery-url.right') + 1
  const isFilled = (from: number, to: number) =>
    isFilledBy(oidc, 'administrator', way.slice(0, from), way.slice(0, to))
  expect([isFilled(blank, filled), isFilled(blank + 1, filled)]).toEqual([true, true])
  expect([isFilled(blank - 1, filled), isFilled(blank, filled + 1)]).toEqual([false, false])
  expect([isFilled(filled, filled), isFilled(filled, blank)]).toEqual([false, false])
  expect(isFilledBy(oidc, 'administrator', way.slice(1, blank), way.slice(0, filled))).toBe(false)
})

test('a page that comes anew is at the moment before anything was typed', () => {
  const oidc = flowOf(firstLogin, 'configure-sso-oidc')
  const way = documentedWay(oidc, 'administrator').map(({ event }) => event)
  const blank = way.indexOf('choose.openid-connect') + 1
  const filled = way.indexOf('discovery-url.right') + 1
  const toPage = (length: number) => walkToPage(oidc, 'administrator', way.slice(0, length)).length
  expect([toPage(filled), toPage(blank + 1), toPage(blank), toPage(0)]).toEqual([blank, blank, blank, 0])
  expect(toPage(filled + 1)).toBe(filled + 1)
})
