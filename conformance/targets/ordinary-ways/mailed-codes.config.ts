import { defineDeployment, type Tools } from 'doorstep'
import ways from './doorstep.config.ts'
import { startHub } from './hub.ts'

const password = 'violet harbour 27 lanterns'

async function account({ ask, freshAddress }: Tools<null>) {
  const email = freshAddress()
  await ask('/api/invite', { body: { email } })
  await ask('/api/account', { body: { email, password } })
  return { email, password }
}

/** The hub where it mails a code to everyone who logs in. */
export default defineDeployment({
  ...ways,
  name: 'The hub that mails codes',
  async start({ smtp }) {
    if (!smtp) throw new Error('the hub must know where to send its mail')
    return { ...(await startHub({ smtp, mailsCodes: { on: 'each-login' } })), data: null }
  },
  capabilities: [],
  mailedCode: /Your code is (\d{6})/,
  flows: ['log-in'],
  clock: {
    async advance(seconds, { url }) {
      const headers = { 'content-type': 'application/json' }
      await fetch(new URL('/api/clock', url), { method: 'POST', headers, body: JSON.stringify({ seconds }) })
    },
  },
  isolation: 'separate',
  protectedPage: { path: '/#/home', opens: async ({ fetch }) => (await fetch('/api/me')).ok },
  pages: {},
  // Everyone with an account has the second factor.
  givens: { activated: account, 'authenticator-app': account },
  screens: {
    ...ways.screens,
    'keep-your-account-safe': { absent: 'the code comes by mail, and nobody chooses that' },
    'secure-your-account': {
      heading: 'Check your mail',
      labels: {
        'Enter one time code': 'Code',
        Continue: { unneeded: 'the last digit sends the form' },
        'Trouble Scanning?': { absent: 'nothing is scanned' },
        'Try another method': { absent: 'there is one method only' },
      },
    },
    'verify-your-identity': {
      heading: 'Check your mail',
      labels: {
        'Enter one time code': 'Code',
        Continue: { unneeded: 'the last digit sends the form' },
        'Try another method': { absent: 'there is one method only' },
      },
    },
  },
})
