import { defineDeployment } from 'doorstep'
import { movedClock } from '../moved-time.ts'
import { activated, invited, type StrapiData, setUp } from './people.ts'
import { strapiScreens } from './screens.ts'
import { ATTEMPTS, ATTEMPTS_WITHIN, MAIL_FROM, nameOf, startStrapi } from './start-strapi.ts'

/** The folder where Strapi is installed, and the Node that it was installed for. */
const { STRAPI_FOLDER, STRAPI_NODE } = process.env

const HOUR = 3600

const NOT_SAID = 'Not there: the heading “Invalid Link”'

/** Sent by hand, a used link is answered with 400. */
const usedByOwner = {
  reason: 'the person is logged in by then, and is led to the dashboard; the link sets no password',
  seen: NOT_SAID,
}

/** Strapi 5, its administration: invitation by a link, login, and reset by mail. */
export default defineDeployment<StrapiData>({
  name: nameOf(STRAPI_FOLDER),
  async start({ smtp }) {
    if (!STRAPI_FOLDER || !smtp) throw new Error('set STRAPI_FOLDER to the folder where Strapi is installed')
    const { url, time, close } = await startStrapi({ folder: STRAPI_FOLDER, node: STRAPI_NODE, smtp })
    return { url: `${url}/admin/auth/login`, data: { smtp, time, ...(await setUp(url)) }, close }
  },
  givens: { invited, activated, 'reset-password/authenticator-app': activated },
  flows: ['activate-account', 'log-in', 'reset-password'],
  mailbox: { kind: 'smtp', port: 0 },
  clock: movedClock,
  // The page is the same for everybody; its script asks who is logged in.
  protectedPage: { path: '/admin', opens: async ({ fetch }) => (await fetch('/admin/users/me')).ok },
  session: async ({ fetch }) => (await fetch('/admin/users/me')).ok,
  passwords: { strong: 'Violet-Harbour-27-Sails', weak: 'Vio-27a' },
  documented: {
    mailFrom: MAIL_FROM,
    passwordLength: 8,
    passwordKinds: ['upper', 'lower', 'digit'],
    attempts: ATTEMPTS,
    blockedFor: ATTEMPTS_WITHIN,
    resetLinkLife: HOUR,
    newestLinkOnly: true,
    idleTimeout: 2 * HOUR,
    sessionLife: 24 * HOUR,
  },
  pages: {
    changePassword: '/admin/me',
    forms: ['/admin/me'],
  },
  screens: strapiScreens,
  accept: {
    'activate-account/activated/open-activation.button': usedByOwner,
    'activate-account/activated/open-activation.link': usedByOwner,
    'reset-password/passwordChanged/open-used-link': usedByOwner,
    'RATE3.passwords-anew': {
      reason: 'Strapi counts every attempt of five minutes, right ones as well',
      seen: 'a login and 9 more it is refused',
    },
    'reset-password/checkEmailAgain/open-older-link': {
      reason: 'an older link shows the form once more, and what is sent from there is refused',
      seen: NOT_SAID,
    },
  },
})
