import { expect, test } from 'vitest'
import { rolesNamed } from './roles-named.ts'

const RANKS = ['Viewer', 'Editor', 'Administrator']

const named = (viewers: string, editors: string, ranks = RANKS) =>
  rolesNamed(
    [
      { role: 'Viewer', text: viewers },
      { role: 'Editor', text: editors },
    ],
    ranks,
  )

test.each([
  ['as a Viewer', 'as an Editor'],
  ['Your role: Viewer.', 'Your role: Editor.'],
  ['with the role “Viewer”', 'with the role “Editor”'],
  ['You have Viewer access', 'You have Editor access'],
  ['Viewer at Larkspur', 'Editor at Larkspur'],
  ['Anna, as an Administrator, adds you as a Viewer', 'Anna, as an Administrator, adds you as an Editor'],
])('the role that was chosen is named: %s', (viewers, editors) => {
  expect(named(viewers, editors)).toEqual(['Viewer', 'Editor'])
})

test.each([
  ['the same for everybody', 'Role: Viewer', 'Role: Viewer', ['Viewer', 'Viewer']],
  ['that of the other one', 'Editor at Larkspur', 'Viewer at Larkspur', ['Editor', 'Viewer']],
  ['a greater one', 'as a Viewer', 'as an Administrator', ['Viewer', 'Administrator']],
])('another role is named: %s', (_, viewers, editors, roles) => {
  expect(named(viewers, editors)).toEqual(roles)
})

test.each(['Ask an Administrator.', 'Anna, as Administrator, has added you.', 'You are welcome.'])(
  'no role is named where both say: %s',
  (text) => {
    expect(named(text, text)).toEqual([undefined, undefined])
  },
)

test('a role whose name is a part of another one is not named by that one', () => {
  expect(named('as a Viewer', 'as a Co-Viewer', ['Viewer', 'Co-Viewer', 'Editor'])).toEqual([
    'Viewer',
    'Co-Viewer',
  ])
})
