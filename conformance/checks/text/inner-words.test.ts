import { expect, test } from 'vitest'
import { innerWords } from './inner-words.ts'

test.each([
  ['Node', 'TypeError: x is not a function\n    at readForm (/srv/app/forms.js:12:3)\n    at next'],
  ['an HTML page', '<pre>Error: no\n    at Object.&lt;anonymous&gt; (file:///srv/app/main.ts:3:7)</pre>'],
  [
    'JSON',
    JSON.stringify({ error: { stack: 'Error: no\n    at visitor (file:///srv/app/visitor.ts:3:7)' } }),
  ],
  ['Python', 'Traceback (most recent call last):\n  File "/srv/app.py", line 3, in view'],
  ['Java', 'at org.example.login.Form.read(Form.java:42)'],
  ['PHP', 'Fatal error: Uncaught TypeError in /var/www/login.php:12'],
  ['Ruby', "app/controllers/login.rb:12:in `create'"],
  ['.NET', 'at Login.Controllers.Home.Post(String email) in C:\\src\\Home.cs:line 20'],
  ['Django, for developers', '<p>Using the URLconf defined in <code>shop.urls</code>, Django tried:</p>'],
  ['Flask, for developers', '<title>KeyError // Werkzeug Debugger</title>'],
  ['Rails, for developers', '<h1>Routing Error</h1><code>Rails.root: /srv/app</code>'],
  ['Laravel, for developers', '{"exception":"Illuminate\\\\Database\\\\QueryException"}'],
  ['a database', 'SQLSTATE[42000]: Syntax error or access violation'],
])('words of %s are found', (_what, body) => {
  expect(innerWords(body)).toBeDefined()
})

test.each([
  '<h1>Something went wrong</h1><p>Look at our status page at 10:30, or write to help@example.com.</p>',
  '{"error":"invalid_request","message":"The body is not JSON at position 3"}',
  '<h1>Page not found</h1><p>The address /illuminate is none of ours.</p>',
  '<script>const at = "a.js"; run(at, 12)</script><p>Line 12 of the form is wrong.</p>',
])('an answer for people tells nothing: %s', (body) => {
  expect(innerWords(body)).toBeUndefined()
})
