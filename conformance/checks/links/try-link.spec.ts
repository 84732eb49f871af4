import { expect, type Page, test } from '@playwright/test'
import { Hono } from 'hono'
import { serve } from '../../../site/serve.ts'
import { sessionAt } from '../../session/testing/session-at.ts'
import type { Bench } from '../bench/bench.ts'
import { Person } from '../bench/person.ts'
import { tryLink } from './try-link.ts'

/** A server that draws its form for whatever token there is, with that token in it, and looks at the token once it is sent. */
const productThat = (takesAll: boolean) =>
  new Hono()
    .get('/reset/:token', (c) =>
      c.html(`<h1>Change Your Password</h1><form method="post">
        <input type="hidden" name="token" value="${c.req.param('token')}">
        <label>New password <input type="password"></label>
        <label>Re-enter new password <input type="password"></label>
        <button>Reset Password</button></form>`),
    )
    .post('/reset/:token', (c) =>
      takesAll
        ? c.html('<h1>Password Changed!</h1><button>Log in to 1Secure</button>')
        : c.html('<p role="alert">The token is invalid</p>', 403),
    )

async function tried(page: Page, takesAll: boolean) {
  const product = await serve(productThat(takesAll))
  const session = await sessionAt(page, '', {}, { url: product.url, dashboard: `${product.url}/home` })
  Object.assign(session.target, { packs: [session.pack], passwords: {} })
  const bench = {
    target: session.target,
    ownPasswords: new Set(),
    optionalRole: () => undefined,
  } as unknown as Bench
  const { reset } = session.pack.roles ?? {}
  if (!reset) throw new Error('The pack has no reset.')
  const found = await tryLink(
    new Person(session, bench),
    `${product.url}/reset/used-long-ago-0123456789`,
    reset,
  )
  await product.close()
  return found
}

test('a form that is shown for a used link, and sets nothing, is no password set', async ({ page }) => {
  expect(await tried(page, false)).toEqual({
    error: 'The token is invalid',
    silent: undefined,
    accepted: false,
  })
})

test('one that sets a password is', async ({ page }) => {
  expect(await tried(page, true)).toMatchObject({ accepted: true })
})
