import { parse } from 'node-html-parser'
import type { Page } from '../../mock-idp/clients/browser.ts'
import { hiddenFields } from '../../mock-idp/clients/browser.ts'
import { signInAt } from '../../mock-idp/clients/sign-in.ts'
import type { TrackedPerson } from './start-tracked.ts'

const HOUR = 60 * 60 * 1000

/** Redirect addresses, as people type them. */
const redirectUris = [
  '',
  'https://auth.netwrix.com/login/callback',
  'https://elsewhere.example/callback',
  'http://elsewhere.example/callback',
]

const accountTypes = ['AzureADMyOrg', 'AzureADMultipleOrgs', 'PersonalMicrosoftAccount']

/**
 * Uses anything that is available, as a number chooses: the page, a mail, an address, the clock, the provider, its
 * admin center.
 */
export async function wander(person: TrackedPerson, choice: number): Promise<void> {
  const pick = <T>(things: readonly T[]): T | undefined => things[choice % things.length]
  const { control, email, password, driver } = person
  if (choice % 23 === 0) return control.advance(36 * HOUR)
  if (choice % 19 === 0) return adminCenter(person, choice)
  if (choice % 17 === 0)
    return person.open(pick(['/', '/dashboard', '/log-in/email', '/log-in/method']) ?? '/')
  if (choice % 10 === 0) {
    const { n } = pick(await control.mails()) ?? {}
    const link = n === undefined ? undefined : pick((await control.mail(n)).links)
    if (n !== undefined && link) return person.follow(link.label, n)
  }
  if (driver.seen.screen === 'on-to-your-provider') return person.signInThere(choice % 3 !== 0)
  const labels = parse(driver.seen.html)
    .querySelectorAll('button, a[href]')
    .map((each) => each.text.replace(/\s+/g, ' ').trim())
  const label = pick(labels.filter(Boolean))
  if (label === undefined) return person.open('/')
  const secret = pick(['eleven quiet windows', 'short']) ?? ''
  await driver.press(label, {
    'Email address': pick([email, `x${email}`]) ?? '',
    Password: pick([password, 'a guess', 'eleven quiet windows']) ?? '',
    'New password': secret,
    'Re-enter new password': pick([secret, `${secret} too`]) ?? '',
  })
}

/** One thing in the admin center, signed in as its administrator: a page by its link, or a form. */
async function adminCenter({ provider, there }: TrackedPerson, choice: number) {
  const { adminCenter: home, administrator } = provider.entra
  const page = await signInAt(there, home, 'nowhere:', { name: administrator, password: provider.password })
  const applications = await there.open(`${home}/applications`)
  if (choice % 2 === 0) return
  const form = await there.open(`${home}/applications/new`)
  const typed = {
    name: choice % 5 === 0 ? '' : 'Mine',
    audience: accountTypes[choice % accountTypes.length] ?? '',
    platform: choice % 7 === 0 ? '' : 'web',
    redirectUri: redirectUris[choice % redirectUris.length] ?? '',
  }
  const registered = await there.post(form.url, { ...hiddenFields(form.html), ...typed })
  await openFirst(there, [registered, applications, page], choice)
}

/** Follows a link below the admin center from the first of some pages that has one. */
async function openFirst(there: TrackedPerson['there'], pages: readonly Page[], choice: number) {
  for (const { url, html } of pages) {
    const links = parse(html)
      .querySelectorAll('a[href*="/admin"]')
      .map((link) => new URL(link.getAttribute('href') ?? '', url).href)
    const link = links[choice % links.length]
    if (link) return void (await there.open(link))
  }
}
