import { expect, test } from 'vitest'
import { flowOf } from '../../../machines/model/perform.ts'
import { library } from '../../../machines/model/testing/small-pack.ts'
import { walk } from '../../../machines/model/walk.ts'
import { possibleInWords } from './possible.ts'

const flow = flowOf(library, 'enter')
const at = (...events: string[]) => {
  const moments = walk(flow, 'fresh', events)
  return { flow, moments, at: moments.length - 1 }
}

test('what is possible is named, the documented first, and the rest counted', () => {
  const here = at('open-link', 'enter', 'name')
  expect(possibleInWords(here, () => true)).toBe(
    'Possible here: “Enter the password”, “Enter a wrong one”, “Enter a wrong one three times”.',
  )
  expect(possibleInWords(here, (event) => event === 'password.wrong')).toBe(
    'Possible here: “Enter a wrong one”.',
  )
  const renew = flowOf(library, 'renew')
  const moments = walk(renew, 'member', ['ask-for-mail', 'open-link', 'new.weak'])
  expect(possibleInWords({ flow: renew, moments, at: moments.length - 1 }, () => true)).toContain(
    'Type it again',
  )
})

test('where nothing of a flow can be done, the browser can', () => {
  const anywhere = 'Possible here: go back with ←, or open an address, above the page.'
  expect(possibleInWords(undefined, () => true)).toBe(anywhere)
  expect(possibleInWords(at('open-link'), () => false)).toBe(anywhere)
})
