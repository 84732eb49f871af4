import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CheckResult } from '../result.ts'
import { wordingIn, wordingNote } from '../wording.ts'
import { patchOf } from './patch.ts'
import { suggestionInWords, suggestionsFor } from './suggestions.ts'

const PAGE = `# Sign in

Some words about **Log In** before.

1. Open the page.
2. Click **Log In**, not Log Into.
3. Enter your *Password*
   and click **Continue**.

The end.
`

const read = (file: string) => (file === 'docs/in.md' ? PAGE : undefined)

const step = (id: string, documented: string, transition: string) => ({
  ...{ id, text: '', documented, verdict: 'passed' as const },
  transitions: [{ id: transition, verdict: 'passed' as const }],
})
const transition = (id: string, ...notes: string[]) => ({ id, notes })
const resultOf = (transitions: object[], second = 'docs/in.md:6') =>
  ({
    flows: [
      {
        steps: [
          step('f.1', 'docs/in.md:5', 'a/open'),
          step('f.2', second, 'b/press'),
          step('f.3', 'docs/in.md:7', 'c/send'),
        ],
        transitions,
      },
    ],
  }) as unknown as CheckResult

const renamed = [
  transition('b/press', wordingNote({ documented: 'Log In', actual: 'Enter $& here' })),
  transition('c/send', wordingNote({ documented: 'Continue', actual: 'Go on' }), 'another note'),
]

test('a note of another name can be read again', () => {
  const wording = { documented: 'Log “In”', actual: 'Enter' }
  expect(wordingIn(wordingNote(wording))).toEqual(wording)
  expect(wordingIn('the screen “House rules” came in between')).toBeUndefined()
})

test('the line of the step is named that has the words, also where the step goes on', () => {
  expect(suggestionsFor(resultOf(renamed), read).map(suggestionInWords)).toEqual([
    'docs/in.md:6 says “Log In”, the product “Enter $& here”',
    'docs/in.md:8 says “Continue”, the product “Go on”',
  ])
})

test('nothing is suggested of the pack, of lines without the words, or of a file that is not there', () => {
  expect(suggestionsFor(resultOf(renamed.slice(0, 1), 'pack/flow.ts:6'), read)).toEqual([])
  expect(
    suggestionsFor(resultOf([transition('b/press', wordingNote({ documented: 'Pass', actual: 'x' }))]), read),
  ).toEqual([])
  expect(suggestionsFor(resultOf(renamed), () => undefined)).toEqual([])
})

test.each([
  ['as it is', PAGE],
  ['without a newline at its end', PAGE.trimEnd().replace('\n\nThe end.', '')],
])('git applies the patch to a page %s', (_, page) => {
  const readPage = () => page
  const patch = patchOf(suggestionsFor(resultOf(renamed), readPage), readPage)
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-suggest-'))
  try {
    mkdirSync(join(folder, 'docs'))
    writeFileSync(join(folder, 'docs/in.md'), page)
    writeFileSync(join(folder, 'p.patch'), patch)
    execFileSync('git', ['apply', 'p.patch'], { cwd: folder })
    expect(readFileSync(join(folder, 'docs/in.md'), 'utf8')).toBe(
      page.replace('Click **Log In**', () => 'Click **Enter $& here**').replace('**Continue**', '**Go on**'),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
})
