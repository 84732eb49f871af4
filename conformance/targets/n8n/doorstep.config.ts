import { defineDeployment } from 'doorstep'
import { activated, INVITATION, invited, withApp } from './people.ts'
import { screens } from './screens.ts'
import { SENDER, startN8n } from './start-n8n.ts'

/** Who has activated the account is signed in, and led to the first page. */
const used = {
  reason: 'a used link leads people who are signed in to their first page',
  seen: 'Not there: the heading “Invalid Link”',
}

export default defineDeployment({
  name: 'n8n 2.41.1',
  async start({ smtp }) {
    if (!smtp) throw new Error('n8n must know where to send its mail')
    const folder = process.env.N8N_FOLDER
    if (!folder) throw new Error('set N8N_FOLDER to the folder where n8n is installed')
    return startN8n({ folder, smtp })
  },
  capabilities: ['authenticator-app'],
  flows: ['activate-account', 'log-in', 'reset-password'],
  givens: { invited, activated, 'authenticator-app': withApp },
  mailbox: { kind: 'smtp', port: 0 },
  patience: 20_000,
  arrangeWithin: 90,
  // The page is the same for everybody; its script asks who is logged in.
  protectedPage: { path: '/home/workflows', opens: async ({ fetch }) => (await fetch('/rest/login')).ok },
  session: async ({ fetch }) => (await fetch('/rest/login')).ok,
  passwords: { strong: 'Violet harbour 27 lanterns', weak: 'Violet 27' },
  documented: {
    mailFrom: SENDER,
    passwordLength: 12,
    passwordKinds: ['upper', 'digit'],
    activationLinkLife: 90 * 24 * 3600,
    resetLinkLife: 20 * 60,
  },
  // The codes are shown once, to be kept.
  between: [
    {
      when: 'Download your recovery codes [2/2]',
      pass: async (page) => {
        await page.getByRole('button', { name: 'Download recovery codes' }).click()
        await page.getByRole('button', { name: 'I have downloaded my recovery codes' }).click()
      },
    },
  ],
  accept: {
    'activate-account/activated/open-activation.button': used,
    'activate-account/activated/open-activation.link': used,
  },
  notHere: {
    'log-in/email.empty': 'the address is sent with the password',
    'log-in/password.wrong-ten-times':
      'nobody is blocked: the limits count by network address, and are off here',
    'log-in/code.wrong-ten-times': 'nobody is blocked',
    'reset-password/no-mail': 'the message that a mail was sent is gone before one has waited for it',
    'activate-account/two-days-pass': 'a link is valid for 90 days, and time cannot be moved',
  },
  screens: screens(INVITATION),
})
