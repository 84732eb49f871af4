import { expect, test } from 'vitest'
import { readTree } from '../page/read-tree.ts'
import { proposalsFor } from './propose.ts'

const nothing = { url: '', ...readTree('') }
const screen = {
  heading: 'Sign in to Heron',
  fields: [
    { label: 'Work email', holds: 'email' },
    { label: 'Password', holds: 'password' },
  ],
  buttons: ['Sign in', 'Sign up'],
}
const shown = {
  ...nothing,
  headings: ['Heron: sign in'],
  fields: ['Email', 'Passphrase'],
  buttons: ['Accept all', 'Sign in now', 'Join'],
}

test('what a check finds by itself needs no proposal', () => {
  const same = {
    ...nothing,
    headings: ['Sign in to Heron!'],
    fields: ['work EMAIL', 'Your password *'],
    buttons: ['Sign in'],
    links: ['Sign up'],
  }
  expect(proposalsFor(screen, { snapshot: same, siteTitles: [], sends: [] })).toEqual([])
})

test('the name that shares the most words comes first, and each name is the first choice once', () => {
  const proposals = proposalsFor(screen, { snapshot: shown, siteTitles: [], sends: [] })
  expect(proposals.map(({ part, documented, found }) => [part, documented, found[0]])).toEqual([
    ['heading', 'Sign in to Heron', 'Heron: sign in'],
    ['field', 'Work email', 'Email'],
    ['field', 'Password', 'Passphrase'],
    ['button', 'Sign up', 'Accept all'],
  ])
})

test('of buttons that share no word, the one that sends the form comes first', () => {
  const proposals = proposalsFor(screen, { snapshot: shown, siteTitles: [], sends: ['Join'] })
  expect(proposals.at(-1)).toMatchObject({ documented: 'Sign up', found: ['Join', 'Accept all'] })
})

test('a page without names has none to propose', () => {
  const proposals = proposalsFor(screen, { snapshot: nothing, siteTitles: [], sends: [] })
  expect(proposals.map(({ found }) => found)).toEqual([[], [], [], [], []])
})

test('on a screen without fields, what sends a search is never proposed; signing in means logging in', () => {
  const entrance = { heading: 'Heron', fields: [], buttons: ['Log In'] }
  const asLink = { ...nothing, headings: ['Heron'], buttons: ['Search'], links: ['Help', 'Log In'] }
  expect(proposalsFor(entrance, { snapshot: asLink, siteTitles: [], sends: ['Search'] })).toEqual([])
  const otherwise = { ...asLink, links: ['Help', 'Sign in'] }
  expect(proposalsFor(entrance, { snapshot: otherwise, siteTitles: [], sends: ['Search'] })).toEqual([
    { part: 'button', documented: 'Log In', found: ['Sign in', 'Help'] },
  ])
})

test('the glyph of an icon font is no part of a name', () => {
  const icons = { ...shown, fields: ['Work email', 'Password'], buttons: ['\uF090 Connect'] }
  const looked = { snapshot: icons, siteTitles: [], sends: ['\uF090 Connect'] }
  const proposals = proposalsFor({ ...screen, buttons: ['Continue'] }, looked)
  expect(proposals.find(({ part }) => part === 'button')?.found).toEqual(['Connect'])
})

test('a name that is like another documented one is proposed for that one alone', () => {
  const password = { heading: 'Heron', fields: [], buttons: ['Continue'], links: ['Forgot password'] }
  const shownThere = { ...nothing, headings: ['Heron'], buttons: ['Forgot?', 'Sign in now'] }
  expect(proposalsFor(password, { snapshot: shownThere, siteTitles: [], sends: [] })).toEqual([
    { part: 'button', documented: 'Continue', found: ['Sign in now'] },
    { part: 'link', documented: 'Forgot password', found: ['Forgot?'] },
  ])
})

test('the name of the site is proposed as no heading, and counts where it is the documented one', () => {
  const titled = { ...shown, headings: ['Heron', 'Heron: sign in'] }
  const headingsFor = (heading: string, siteTitles: string[]) =>
    proposalsFor({ ...screen, heading }, { snapshot: titled, siteTitles, sends: [] })
      .filter(({ part }) => part === 'heading')
      .map(({ found }) => found)
  expect(headingsFor('Log on', ['Heron'])).toEqual([['Heron: sign in']])
  expect(headingsFor('Log on', ['Heron', 'Heron: sign in'])).toEqual([[]])
  expect(headingsFor('Heron', ['Heron'])).toEqual([])
})
