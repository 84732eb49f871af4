import { randomUUID } from 'node:crypto'
import { defineDeployment } from 'doorstep'
import {
  ATTEMPTS,
  activated,
  atProvider,
  type DirectusData,
  invited,
  LEAST_CHARACTERS,
  setUp,
  withApp,
} from './people.ts'
import { directusScreens } from './screens.ts'
import { ADMIN_EMAIL, MAIL_FROM, nameOf, redirectUriAt, startDirectus } from './start-directus.ts'

const {
  /** A Directus that runs already, sending its mail to DIRECTUS_SMTP_PORT of this machine, and its Administrator. */
  DIRECTUS_URL,
  DIRECTUS_ADMIN_EMAIL,
  DIRECTUS_ADMIN_PASSWORD,
  /** Or the folder where one is installed, and the folder of the Node version that it was installed for. */
  DIRECTUS_FOLDER,
  DIRECTUS_NODE,
  DIRECTUS_PORT = '8055',
  DIRECTUS_SMTP_PORT = '0',
} = process.env

const DAY = 24 * 60 * 60

/** LNK1 sends that form. */
const usedLink = {
  reason: 'a used link shows the form once more, and what is sent from there is refused',
  seen: 'Not there: the heading “Invalid Link”',
}

const port = Number(DIRECTUS_PORT)
const own = DIRECTUS_URL === undefined

/** Directus 11: invitation, login with a forced one-time code, reset by mail, and single sign-on with the bundled provider. */
export default defineDeployment<DirectusData>({
  name: nameOf(DIRECTUS_FOLDER),
  async start({ smtp, provider }) {
    if (DIRECTUS_URL) {
      const [email, password] = [DIRECTUS_ADMIN_EMAIL, DIRECTUS_ADMIN_PASSWORD]
      if (!email || !password) throw new Error('set DIRECTUS_ADMIN_EMAIL and DIRECTUS_ADMIN_PASSWORD')
      return { url: loginAt(DIRECTUS_URL), data: await setUp(DIRECTUS_URL, email, password, randomUUID()) }
    }
    if (!DIRECTUS_FOLDER || !smtp || !provider)
      throw new Error(
        'set DIRECTUS_FOLDER to the folder where it is installed, or DIRECTUS_URL to one that runs',
      )
    const role = randomUUID()
    const directus = await startDirectus({
      folder: DIRECTUS_FOLDER,
      node: DIRECTUS_NODE,
      port,
      smtp,
      provider,
      role,
    })
    try {
      const data = await setUp(directus.url, ADMIN_EMAIL, directus.password, role)
      return { url: loginAt(directus.url), data, close: directus.close }
    } catch (error) {
      await directus.close()
      throw error
    }
  },
  // The whole journey leads through the configuration of single sign-on, which Directus has in its environment.
  flows: ['activate-account', 'log-in', 'reset-password', 'log-in-sso'],
  capabilities: ['authenticator-app'],
  givens: {
    invited,
    activated,
    'authenticator-app': withApp,
    ...(own && { 'signed-out': atProvider, 'signed-in': atProvider, 'consent-missing': atProvider }),
  },
  mailbox: { kind: 'smtp', port: Number(DIRECTUS_SMTP_PORT) },
  ...(own && { provider: { kind: 'mock-idp', redirectUri: redirectUriAt(port) } }),
  patience: 15_000,
  protectedPage: {
    path: '/admin/content',
    // The page is the same for everyone; what it shows comes from here.
    opens: async ({ fetch }) => (await fetch('/collections')).ok,
  },
  session: async ({ fetch }) => (await fetch('/users/me')).ok,
  // What Directus and the settings of its start say: nothing of recovery codes, forbidden words, or an end of a suspension.
  documented: {
    mailFrom: MAIL_FROM,
    passwordLength: LEAST_CHARACTERS,
    attempts: ATTEMPTS,
    activationLinkLife: 7 * DAY,
    resetLinkLife: DAY,
    idleTimeout: DAY,
    userinfo: true,
  },
  screens: directusScreens,
  accept: {
    'activate-account/activated/open-activation.button': usedLink,
    'activate-account/activated/open-activation.link': usedLink,
    'reset-password/passwordChanged/open-used-link': usedLink,
  },
  notHere: {
    'log-in/code.empty': 'the button sleeps until there are six digits',
  },
})

const loginAt = (url: string) => new URL('/admin/login', url).href
