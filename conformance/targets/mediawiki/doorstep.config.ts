import { type Arranged, defineDeployment, type Tools } from 'doorstep'
import { addPerson, startMediawiki, type Wiki } from './start-mediawiki.ts'

const password = 'violet harbour 27 lanterns'
const twoFactor = '/index.php?title=Special:Manage_Two-factor_authentication'

/** Somebody whom an administrator has added, with a password. */
async function activated({ data, freshAddress }: Tools<Wiki>): Promise<Arranged> {
  const email = freshAddress()
  const name = email.slice(0, email.indexOf('@')).replaceAll(/[-_.]/g, ' ')
  const login = name.charAt(0).toUpperCase() + name.slice(1)
  await addPerson(data, login, password, email)
  return { email, login, password }
}

/** Somebody who has enabled an authenticator app in the preferences. */
async function withApp(tools: Tools<Wiki>): Promise<Arranged> {
  const person = await activated(tools)
  const page = await tools.page()
  await page.goto(new URL('/index.php?title=Special:UserLogin', tools.url).href)
  await page.getByLabel('Username').fill(person.login ?? '')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Log in' }).click()
  await page.getByRole('link', { name: 'Log out' }).waitFor()
  await page.goto(new URL(twoFactor, tools.url).href)
  await page.getByRole('button', { name: 'Enable' }).click()
  const text = await page.locator('body').innerText()
  const totpSecret = /secret key:\s*([A-Z2-7 ]+)/.exec(text)?.[1]?.replaceAll(' ', '') ?? ''
  await page.getByLabel('Enter a code from your').fill(await tools.codeOf(totpSecret))
  await page.getByRole('button', { name: 'Submit' }).click()
  await page.getByText('will now be enforced').waitFor()
  return { ...person, totpSecret }
}

export default defineDeployment({
  name: 'MediaWiki 1.39',
  async start({ smtp }) {
    if (!smtp) throw new Error('MediaWiki must know where to send its mail')
    return startMediawiki(smtp)
  },
  capabilities: ['authenticator-app'],
  flows: ['log-in'],
  givens: { activated, 'authenticator-app': withApp },
  mailbox: { kind: 'smtp', port: 0 },
  protectedPage: {
    path: '/index.php?title=Special:Preferences',
    opens: async ({ fetch }) =>
      (await (await fetch('/index.php?title=Special:Preferences')).text()).includes('mw-prefs-form'),
  },
  arrangeWithin: 60,
  notHere: {
    'log-in/email.empty': 'the login name is sent with the password',
  },
  screens: {
    'invitation-mail': { absent: 'an administrator tells people their password, and no mail is sent' },
    'login-page': {
      // Every page of the wiki has it, as long as nobody is logged in.
      heading: (page) => page.getByRole('link', { name: 'Log in' }),
      labels: { 'Log In': { role: 'link', name: 'Log in' } },
    },
    'email-address': {
      heading: 'Log in',
      labels: { 'Email address': { login: 'Username' }, Continue: { unneeded: 'one form asks for both' } },
    },
    'enter-your-password': {
      heading: 'Log in',
      labels: {
        Continue: { role: 'button', name: 'Log in' },
        'Forgot password': 'Forgot your password?',
        Edit: { absent: 'the login name stays in its field' },
      },
      messages: {
        'Wrong email or password': 'Incorrect username or password',
        'Password is required': 'Incorrect username or password',
        blocked: 'too many recent login attempts',
      },
    },
    'keep-your-account-safe': {
      signedIn: 'the second factor is voluntary',
      open: twoFactor,
      heading: 'Manage Two-factor authentication',
      labels: {
        'Google Authenticator or Similar': 'Enable',
        'Security Key': { absent: 'there are no security keys' },
        'Go back': { absent: 'nothing leads back' },
      },
    },
    'secure-your-account': {
      heading: 'Enable TOTP (one-time token)',
      labels: {
        'Enter one time code': 'Enter a code from your authentication device to verify:',
        Continue: 'Submit',
        'Trouble Scanning?': { absent: 'the key is shown as text' },
        'Try another method': { absent: 'there is one method only' },
      },
      messages: { code: 'Failed to validate two-factor credentials' },
    },
    'verify-your-identity': {
      heading: 'Log in',
      labels: {
        'Enter one time code': 'Two-factor token or recovery code',
        Continue: 'Continue login',
        'Try another method': { absent: 'there is one method only' },
      },
      messages: { code: 'Verification failed' },
    },
    dashboard: {
      // Where people come from decides where a login leads to.
      heading: (page) => page.getByRole('link', { name: 'Log out' }),
      labels: {
        'Log out': 'Log out',
        Configuration: { absent: 'people have no settings of the organization' },
      },
    },
  },
})
