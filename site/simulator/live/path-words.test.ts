import { expect, test } from 'vitest'
import type { Observation } from '../../../machines/model/observation.ts'
import { flowOf } from '../../../machines/model/perform.ts'
import { library } from '../../../machines/model/testing/small-pack.ts'
import { track } from '../../../machines/model/track.ts'
import { pathWords, strayWords } from './path-words.ts'

const to = (from: string, press: string, screen: string): Observation => ({
  did: { what: 'send', screen: from, press, fields: { Name: ['registered'] } },
  shown: { screen },
})
const mail: Observation = {
  did: { what: 'follow', link: 'front page', was: ['newest'] },
  shown: { screen: 'front' },
}
const toPassword = [mail, to('front', 'Enter', 'name'), to('name', 'Go on', 'password')]
const lost = to('password', 'Lost it?', 'lost')

const words = (...more: Observation[]) =>
  pathWords(track(library, flowOf(library, 'enter'), 'fresh', [...toPassword, ...more]), 'Opening hours')

test('nothing is said on the path', () => {
  expect(words()).toBeUndefined()
})

test('another procedure is named, and the step that it was left at', () => {
  expect(words(lost)).toEqual({
    text: 'You left the documented path. “Lost” is part of “Renew a password”.',
    back: 'Back to step 4',
  })
})

test('a page that no procedure has is called by its title', () => {
  expect(words(to('password', 'Opening hours', 'opening-hours'))).toEqual({
    text: 'You left the documented path. No procedure has the page “Opening hours”.',
    back: 'Back to step 4',
  })
})

test('a person who returns sees a note, and needs no way back', () => {
  expect(words(lost, { shown: { screen: 'front' } })).toEqual({
    text: 'You are back on the documented path, at “Library”.',
  })
  expect(words({ shown: { screen: 'name' } })?.text).toContain('it continues from “Name”')
})

test('a log-in that was refused is said to be, until something else is done', () => {
  const toProvider = { did: to('name', 'Go on', '').did } as Observation
  const message = 'The answer did not pass our checks'
  const returned: Observation = { did: { what: 'return' }, shown: { screen: 'front', message } }
  const seen = (...more: Observation[]) => {
    const all = [mail, to('front', 'Enter', 'name'), toProvider, returned, ...more]
    return pathWords(track(library, flowOf(library, 'enter'), 'federated', all), 'Library')?.text
  }
  const refused = `The log-in was refused. Library says “${message}”. The walk continues from “Library”.`
  expect(seen()).toBe(refused)
  expect(seen({ shown: { screen: 'front' } })).toBe(refused)
  expect(seen(to('front', 'Enter', 'name'))).toBeUndefined()
})

test('what the procedure does not know is said', () => {
  expect(words(to('password', 'Change language', 'password'))?.text).toContain('does not say')
})

test('a refusal of another party is no page of the product, and the way back is to where the walk is', () => {
  const here = track(library, flowOf(library, 'enter'), 'fresh', toPassword)
  const page = { title: 'We can’t sign you in', status: 400, isOfProduct: false }
  expect(strayWords(here, page)?.text).toContain('The frame shows “We can’t sign you in”')
  expect(strayWords(here, page)?.back).toBe('Back to “Password”')
  expect(strayWords(here, { ...page, status: 200 })).toBeUndefined()
  expect(strayWords(here, { ...page, isOfProduct: true })).toBeUndefined()
})

test('a page at the end of a flow that anybody can open is no end of it, as long as a step is left', () => {
  const renew = (...seen: Observation[]) =>
    pathWords(track(library, flowOf(library, 'renew'), 'member', seen), 'Library')
  const front = { shown: { screen: 'front' } }
  const early = {
    text: 'You left the documented path. The procedure leads to “Library” at its end, and step 1 has not been done.',
    back: 'Back to step 1',
    wanted: [],
  }
  expect(renew(front)).toEqual(early)
  expect(renew(front, { shown: { screen: 'name' } }, front)).toEqual(early)
  const mailed = to('lost', 'Mail me', 'mailed')
  expect(renew(mailed, front)).toMatchObject({ back: 'Back to step 2', wanted: ['ask-for-mail'] })
})
