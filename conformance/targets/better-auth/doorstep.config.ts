import { randomBytes } from 'node:crypto'
import { defineDeployment } from 'doorstep'
import { activated, added, atProvider, type BeaconData, invited, withApp, withKey } from './people.ts'
import { beaconScreens } from './screens.ts'

const HOUR = 60 * 60

/** Beacon, a small app on better-auth: invitation, login with a second factor, reset by mail, and single sign-on. */
export default defineDeployment<BeaconData>({
  name: 'Beacon on better-auth 1.7.6',
  async start({ smtp, provider }) {
    if (!smtp) throw new Error('Beacon must know where to send its mail')
    // Only where it is started: the processes that walk need not load the library.
    const { startBeacon } = await import('./beacon.ts')
    const apiKey = randomBytes(16).toString('hex')
    const { url, close } = await startBeacon({ smtp, apiKey, provider })
    return { url, data: { apiKey }, close }
  },
  flows: ['activate-account', 'log-in', 'reset-password', 'log-in-sso'],
  capabilities: ['authenticator-app', 'security-key'],
  givens: {
    invited,
    activated,
    'authenticator-app': withApp,
    'security-key': withKey,
    'signed-out': added,
    'signed-in': added,
    'consent-missing': added,
    'not-added': atProvider,
    // For the checks that begin signed in.
    viewer: withApp,
  },
  mailbox: { kind: 'smtp', port: 0 },
  provider: { kind: 'mock-idp', redirectUri: '/api/auth/callback/company' },
  protectedPage: { path: '/deck' },
  // The library has a session half way, too; what the app shows for it is nothing.
  session: async ({ fetch }) => (await fetch('/api/log')).ok,
  screens: beaconScreens,
  between: [
    {
      when: { label: 'Your passphrase again' },
      pass: async (page, { password }) => {
        await page.getByLabel('Your passphrase again').fill(password)
        await page.getByRole('button', { name: 'Draw the picture' }).click()
      },
    },
  ],
  notHere: {
    'log-in/password.wrong-ten-times':
      'guesses are limited by network address, and all requests here come from one',
  },
  accept: {
    'reset-password/checkEmailAgain/open-older-link': {
      reason: 'the library keeps older links in force until they expire',
      seen: 'Not there: the heading “Invalid Link”',
    },
  },
  documented: {
    mailFrom: 'beacon@example.com',
    passwordLength: 12,
    codeAttempts: 10,
    activationLinkLife: 48 * HOUR,
    resetLinkLife: 48 * HOUR,
    codeDrift: 1,
    userVerification: 'not-required',
    signCount: 'refused',
    sessionLife: 7 * 24 * HOUR,
  },
  pages: {
    changePassword: '/change',
    recoveryCode: { use: ['I have lost my phone'], field: 'Spare code', send: 'Spend it' },
  },
})
