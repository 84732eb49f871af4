import { expect, test } from 'vitest'
import type { Overrides } from '../../targets/overrides.ts'
import type { Target } from '../../targets/target.ts'
import { linkIn } from './mailed-link.ts'

const ACTIVATE = 'Activate my Netwrix account'
const LINK = { screen: 'invitation-mail', press: ACTIVATE }

const mail = (...links: string[]) => ({
  subject: 'Hello',
  html: async () => links.map((text, n) => `<a href="https://ours.example/${n}">${text}</a>`).join(''),
})
const at = (label?: NonNullable<NonNullable<Overrides['invitation-mail']>['labels']>[string]) => ({
  target: {
    overrides: label && { 'invitation-mail': { labels: { [ACTIVATE]: label } } },
  } as unknown as Target,
  // Only a function of the profile needs one.
  browser: undefined as never,
})

test('a link is found by its documented words, and by those that it has at the target', async () => {
  expect(await linkIn(at(), mail('Help', ACTIVATE), LINK)).toBe('https://ours.example/1')
  expect(await linkIn(at('Join us'), mail('Help', '» Join us'), LINK)).toBe('https://ours.example/1')
  const byRole = at({ role: 'link', name: /^join/i })
  expect(await linkIn(byRole, mail('Help', 'Join us'), LINK)).toBe('https://ours.example/1')
  await expect(linkIn(at('Join us'), mail(ACTIVATE), LINK)).rejects.toThrow(
    'The mail has no link “Activate my Netwrix account” (here “Join us”).',
  )
})

test('without words it is the first one with that role', async () => {
  expect(await linkIn(at({ role: 'link' }), mail('Join us', 'Help'), LINK)).toBe('https://ours.example/0')
})
