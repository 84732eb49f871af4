import { expect, test } from 'vitest'
import { confirming } from './confirm.ts'

const pressed = 'End all other sessions'

for (const [names, expected] of [
  [['Cancel', 'Yes'], 'Yes'],
  [['Yes, end them', 'No, keep them'], 'Yes, end them'],
  [['Close', 'Cancel', 'End sessions'], 'End sessions'],
  [['Cancel', 'End all other sessions'], 'End all other sessions'],
  // Whatever it is called, there is nothing else.
  [['Cancel', 'Weiter'], 'Weiter'],
  [['OK'], 'OK'],
  [['Abbrechen', 'Weiter'], undefined],
  [['Cancel'], undefined],
  [[], undefined],
] as const)
  test(`what confirms among ${names.join(', ') || 'nothing'}`, () => {
    expect(confirming(pressed, names)).toBe(expected)
  })

test('what begins as a refusal does may be what was pressed', () => {
  expect(confirming('Cancel invitation', ['Cancel', 'Cancel invitation'])).toBe('Cancel invitation')
})
