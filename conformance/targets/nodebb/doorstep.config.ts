import { defineDeployment } from 'doorstep'
import { movedClock } from '../moved-time.ts'
import { activated, invited, withApp, withKey } from './people.ts'
import { nodebbScreens } from './screens.ts'
import { type NodeBB, startNodeBB } from './start-nodebb.ts'

const MINUTE = 60

export default defineDeployment<NodeBB>({
  name: 'NodeBB 4.11.2',
  async start({ smtp }) {
    if (!smtp) throw new Error('NodeBB must know where to send its mail')
    return startNodeBB(smtp)
  },
  capabilities: ['authenticator-app', 'security-key'],
  // Each of its faults is a whole login, in which each wrong code takes five seconds.
  leaveOut: { 'FLT.log-in': 'it takes more than a quarter of an hour' },
  flows: ['activate-account', 'log-in', 'reset-password'],
  givens: { invited, activated, 'authenticator-app': withApp, 'security-key': withKey },
  mailbox: { kind: 'smtp', port: 0 },
  // It is the login name, too, which has 16 characters at most.
  freshAddress: (id) => `p-${id}@example.com`,
  protectedPage: {
    path: '/notifications',
    opens: async ({ fetch }) => (await fetch('/notifications')).status === 200,
  },
  arrangeWithin: 90,
  clock: movedClock,
  documented: {
    mailFrom: 'harbour@example.com',
    passwordLength: 12,
    attempts: 5,
    blockedFor: 60 * MINUTE,
    resetLinkLife: 120 * MINUTE,
    newestLinkOnly: true,
  },
  pages: { changePassword: '/me/edit/password', forms: ['/me/edit'] },
  // A forum asks for consent before it makes the account.
  between: [
    {
      when: "We'd like some additional information before we can create your account",
      pass: async (page) => {
        for (const consent of await page.getByRole('switch').all()) await consent.check()
        await page.getByRole('button', { name: 'Submit' }).click()
      },
    },
  ],
  notHere: {
    'activate-account/two-days-pass': 'Redis forgets what has expired, and its time cannot be moved',
    'log-in/email.empty': 'the address is sent with the password',
    'log-in/code.wrong-ten-times': 'each wrong code takes some seconds, and nobody is blocked',
  },
  screens: nodebbScreens,
})
