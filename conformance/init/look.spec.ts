import { expect, test } from '@playwright/test'
import { lookAt } from './look.ts'

const page = (body: string) => `data:text/html,${encodeURIComponent(body)}`

test('a page that does without a form element has one all the same', async () => {
  const { login, fields } = await lookAt(
    page(`<h1>Welcome</h1><div><input placeholder="Email"><input type="password" placeholder="Password">
      <button>Sign in</button><button>Help</button></div>`),
  )
  expect(fields).toEqual([
    { label: 'Email', type: 'text' },
    { label: 'Password', type: 'password' },
  ])
  expect(login.sends).toEqual(['Sign in'])
})

test('of several forms the largest is the one of the login, and a page without fields has none', async () => {
  const { fields, login } = await lookAt(
    page(`<form><input aria-label="Search"><button>Find</button></form>
      <form><label>Email <input type="email"></label><label>Password <input type="password"></label><button>Go</button></form>`),
  )
  expect(fields).toEqual([
    { label: 'Email', type: 'email' },
    { label: 'Password', type: 'password' },
  ])
  expect(login.sends).toEqual(['Find', 'Go'])
  expect((await lookAt(page('<h1>Welcome</h1><button>Log In</button>'))).fields).toEqual([])
})

test('what sends a form is its submit button, not one beside a field that comes first', async () => {
  const { login } = await lookAt(
    page(`<form><label>Email <input type="email"></label><label>Password <input type="password"></label>
      <button type="button">Forgot?</button><button type="submit">Sign in</button></form>`),
  )
  expect(login.sends).toEqual(['Sign in'])
})

test('the name of the site is no heading of the page', async () => {
  const { login } = await lookAt(
    page(`<header><h1>Heron</h1></header><h1><a href="/">Heron by the lake</a></h1>
      <main><h2>Sign in</h2><label>Email <input></label><button>Go</button></main>`),
  )
  expect(login.siteTitles).toEqual(['Heron', 'Heron by the lake'])
})

test('a box and a list are no fields to type into, also where a script draws them', async () => {
  const { fields } = await lookAt(
    page(`<form><select aria-label="Language"><option>English</option></select>
      <label>Email <input type="email" list="known"><datalist id="known"><option>a@example.com</option></datalist></label>
      <label>Password <input type="password"></label>
      <button type="button" role="checkbox" aria-checked="false" aria-label="Remember me"></button>
      <button type="button" role="combobox" aria-expanded="false" aria-label="Region">Here</button><button>Go</button></form>`),
  )
  expect(fields).toEqual([
    { label: 'Language', type: 'select' },
    { label: 'Email', type: 'email' },
    { label: 'Password', type: 'password' },
    { label: 'Remember me', type: 'checkbox' },
    { label: 'Region', type: 'select' },
  ])
})
