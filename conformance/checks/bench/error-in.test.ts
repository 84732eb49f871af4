import { expect, test } from 'vitest'
import { errorIn } from './error-in.ts'

test.each([
  ['an alert', 200, '<p role="alert">No such code</p>', 'No such code'],
  [
    'an alert whose words a script puts in',
    200,
    '<div role="alert"><b data-i18n="bad.code"></b></div>',
    'the message bad.code',
  ],
  [
    'a text that is marked as an error',
    200,
    '<div class="flash error">Code is invalid</div>',
    'Code is invalid',
  ],
  ['a toast', 200, '<output>Those digits were wrong</output>', 'Those digits were wrong'],
  [
    'an alert that refuses and confirms',
    200,
    '<p role="alert">Wrong code. A new one was sent.</p>',
    'Wrong code. A new one was sent.',
  ],
  [
    'a refusal of what would be done',
    200,
    '<p role="alert">Your password was not changed.</p>',
    'Your password was not changed.',
  ],
  ['a status', 403, '{}', 'status 403'],
  [
    'an entry of a list of errors in a form',
    200,
    '<form><ul class="errorlist"><li>Repeat the password.</li></ul><input></form>',
    'Repeat the password.',
  ],
  [
    'a marked text within a page that is marked, too,',
    200,
    '<body class="no-errors-yet"><div class="errorbox">Wrong code</div><form><input></form></body>',
    'Wrong code',
  ],
])('%s is an error', (_, status, body, error) => {
  expect(errorIn(status, body)).toBe(error)
})

test.each([
  ['a place for errors', '<div class="error"></div>'],
  ['an alert that says what worked', '<div class="alert alert-success" role="alert">Password changed</div>'],
  [
    'an alert that confirms in its words alone',
    '<div role="alert" class="bg-green-50">Your password was changed.</div>',
  ],
  [
    'a toast that confirms and asks for something',
    '<output>Your password was changed. You must log in now.</output>',
  ],
  ['a place for alerts', '<div role="alert"><b class="text" title="Close"></b></div>'],
  ['a mark on something that refuses nothing', '<div class="alert">Welcome back</div>'],
  ['a toast that refuses nothing', '<div role="status">Saved</div>'],
  ['an empty list of errors', '<form><ul class="errors"></ul><input></form>'],
  ['a list outside of a form', '<ul class="error-log"><li>All is well</li></ul><form><input></form>'],
  ['an icon', '<i class="icon-error"></i><p>Hello</p>'],
  [
    'a page whose class says what it does',
    '<body class="skin-alerts"><form>Set up your app. Do not lose this key: ABCD</form></body>',
  ],
  [
    'a text as long as a page',
    `<div class="error-help">You must know that. ${'And more. '.repeat(60)}</div>`,
  ],
])('%s is none', (_, body) => {
  expect(errorIn(200, body)).toBeUndefined()
})

test('a toast refuses in the words of the profile, too', () => {
  const body = '<div role="status">Stay outside</div>'
  expect(errorIn(200, body, (text) => text === 'Stay outside')).toBe('Stay outside')
})

test('a list of errors may be marked by its id', () => {
  const body = '<div id="errorExplanation"><ul><li>Password doesn&#39;t match confirmation</li></ul></div>'
  expect(errorIn(200, body)).toBe("Password doesn't match confirmation")
})
