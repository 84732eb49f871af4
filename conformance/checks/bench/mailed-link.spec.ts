import { type Browser, expect, test } from '@playwright/test'
import type { Target } from '../../targets/target.ts'
import { linkIn } from './mailed-link.ts'

const PRESS = 'password reset link'
const link = { screen: 'reset-mail', press: PRESS }
const html = `
  <script>document.body.replaceChildren()</script>
  <p>Visit <a href="https://ours.example/home">our home</a>, or
  <a href="https://ours.example/login?action=rp&amp;key=k3y">https://ours.example/login?action=rp&amp;key=k3y</a></p>`
const mail = { subject: 'Hello', html: async () => html }

/** What finds the link is a function of the profile. */
const at = (browser: Browser, label: string | RegExp) => ({
  browser,
  target: {
    overrides: {
      'reset-mail': { labels: { [PRESS]: (page) => page.getByRole('link', { name: label }) } },
    },
  } as Pick<Target, 'overrides'> as Target,
})

test('a function finds a link in a mail as it is shown', async ({ browser }) => {
  expect(await linkIn(at(browser, 'action=rp'), mail, link)).toBe(
    'https://ours.example/login?action=rp&key=k3y',
  )
  await expect(linkIn(at(browser, 'Join us'), mail, link)).rejects.toThrow(
    'The mail has no link “password reset link” (here by a function of the profile).',
  )
})
