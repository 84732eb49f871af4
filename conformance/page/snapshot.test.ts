import { expect, test } from 'vitest'
import { readTree } from './read-tree.ts'
import { inWords } from './snapshot.ts'

const tree = `
- main:
  - heading "Secure Your Account" [level=1]
  - alert: "no: \\"a\\" b"
  - alert:
    - paragraph: one
    - paragraph: two bold
  - status
  - paragraph:
    - text: "Key:"
    - code: ABCD EFGH
  - textbox "Password": secret
  - 'textbox "Pass: word''s"'
  - button "Continue" [disabled]
  - link "Edit":
    - /url: "#"
`

test('what is typed in a field that also shows an example is no text of the page', () => {
  const typed = `
- textbox "Password":
  - /placeholder: at least ten
  - text: my secret
`
  expect(readTree(typed)).toMatchObject({ fields: ['Password'], texts: [] })
})

test('reads names, alerts and texts, and not what was typed', () => {
  expect(readTree(tree)).toEqual({
    headings: ['Secure Your Account'],
    fields: ['Password', "Pass: word's"],
    disabled: [],
    buttons: ['Continue'],
    links: ['Edit'],
    named: [
      { role: 'heading', name: 'Secure Your Account' },
      { role: 'textbox', name: 'Password' },
      { role: 'textbox', name: "Pass: word's" },
      { role: 'button', name: 'Continue' },
      { role: 'link', name: 'Edit' },
    ],
    alerts: ['no: "a" b', 'one two bold'],
    statuses: [],
    texts: ['no: "a" b', 'one', 'two bold', 'Key:', 'ABCD EFGH'],
  })
})

test('the content of a table is text; a row is only its cells', () => {
  const table =
    '- table:\n  - row "a@example.com Verified":\n    - rowheader "a@example.com":\n      - link "a@example.com"\n    - cell "Verified"'
  expect(readTree(table)).toMatchObject({ texts: ['Verified'], links: ['a@example.com'] })
})

test('a text that its element repeats as its name is a text, and so is what an announcement says', () => {
  const named =
    '- complementary "This field is required."\n- paragraph "Wrong code"\n- tooltip "Too short"\n- alert "Locked"\n- img "Logo"\n- tab "Security"\n- region "Notifications alt+T"'
  expect(readTree(named)).toMatchObject({
    texts: ['This field is required.', 'Wrong code', 'Too short', 'Locked'],
    alerts: ['Locked'],
  })
})

test('knows which fields are disabled', () => {
  const fields = '- textbox "Name"\n- textbox "Address" [disabled]: ann'
  expect(readTree(fields)).toMatchObject({ fields: ['Name', 'Address'], disabled: ['Address'] })
})

test('an empty page is an empty snapshot', () => {
  expect(readTree('').headings).toEqual([])
})

test('says in one line what is there', () => {
  expect(inWords({ url: '', ...readTree(tree), links: [], fields: [] })).toBe(
    'the screen “Secure Your Account”, saying “no: "a" b”, “one two bold”, with the buttons “Continue”',
  )
})

test('says which links a mail has, without what may be a token', () => {
  const mail =
    '- heading "Welcome"\n- link "Activate"\n- link "https://login.example.com/set/Zk3vQ9tX4hB6nL8cF5zD"'
  expect(inWords({ url: '', ...readTree(mail) })).toBe(
    'the screen “Welcome”, with the links “Activate”, “https://login.example.com/set/…”',
  )
})

test('what is said several times is quoted once', () => {
  const twice = readTree('- alert: Wrong\n- alert: Wrong\n- alert: Late')
  expect(inWords({ url: '', ...twice })).toBe('a screen without a heading, saying “Wrong” (2 times), “Late”')
})

test('a frame is named, since what is in it is not seen', () => {
  const seen = { url: '', ...readTree('- heading "Portal" [level=1]\n- iframe [ref=e3]\n- iframe "Help"') }
  expect(inWords(seen)).toBe('the screen “Portal”, and 2 frames, into which Doorstep does not look')
})

test('of many buttons the first dozen are named', () => {
  const buttons = Array.from({ length: 40 }, (_, n) => `Button ${n}`)
  const line = inWords({ url: '', ...readTree('- heading "Editor"'), buttons })
  expect(line).toMatch(/“Button 10”, “Button 11” and 28 more$/)
})
