import { describe, expect, test } from 'vitest'
import { readTree } from '../page/read-tree.ts'
import type { Snapshot } from '../page/snapshot.ts'
import { says } from './said.ts'

const page = (tree: string): Snapshot => ({ url: '', ...readTree(tree) })
const labels = ['Verify Your Identity', 'Enter one time code']
const form =
  '- heading "Verify Your Identity"\n- text: Enter one time code\n- paragraph: Your app shows a code.'

describe('a message is shown', () => {
  test('by an alert with its words, in whatever case', () => {
    expect(says(page(`${form}\n- alert: That Code is wrong`), 'code', labels, page(form))).toBe(true)
  })

  test('by an alert that matches a pattern', () => {
    expect(says(page(`${form}\n- alert: Code 123456 is wrong`), /code \d+/i, labels, page(form))).toBe(true)
    expect(says(page(`${form}\n- alert: Code is wrong`), /code \d+/i, labels, page(form))).toBe(false)
  })

  test('by a text that is new, where nothing announces itself', () => {
    expect(says(page(`${form}\n- paragraph: Enter one time code again`), 'code', labels, page(form))).toBe(
      true,
    )
  })
})

describe('a message is not shown', () => {
  test('by what was there before', () => {
    expect(says(page(form), 'code', labels, page(form))).toBe(false)
  })

  test('by the label of a field, even on a screen that was not seen before', () => {
    const other = '- text: Enter one-time code *'
    expect(says(page(other), 'code', labels)).toBe(false)
  })

  test('by an alert that says something else', () => {
    expect(says(page('- alert: Too late'), 'code', labels)).toBe(false)
  })
})
