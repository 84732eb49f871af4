import { randomBytes } from 'node:crypto'
import { defineDeployment } from 'doorstep'
import { isFault } from './faults.ts'
import { activated, added, atProvider, type DepotData, invited, withApp } from './people.ts'
import { depotScreens } from './screens.ts'

const HOUR = 60 * 60

const storages = ['localStorage', 'sessionStorage', 'cookie', 'memory'] as const

/** Read at each start: a process may start several. */
const keepingOf = ({ DEPOT_STORAGE, DEPOT_HEADER }: NodeJS.ProcessEnv): DepotData['keeping'] => ({
  storage: storages.find((one) => one === DEPOT_STORAGE) ?? 'localStorage',
  header: DEPOT_HEADER === 'x-depot-token' ? 'x-depot-token' : 'authorization',
})

/** Depot, a product whose pages a script draws, and whose session is a token that the script keeps and sends in a header. */
export default defineDeployment<DepotData>({
  name: 'Depot',
  async start({ smtp, provider, defect = process.env.DEPOT_FAULT }) {
    if (!smtp) throw new Error('Depot must know where to send its mail')
    // Only where it is started: the processes that walk need not load the product.
    const { startDepot } = await import('./start-depot.ts')
    const apiKey = randomBytes(16).toString('hex')
    const fault = isFault(defect) ? defect : undefined
    const keeping = keepingOf(process.env)
    const { url, close } = await startDepot({ smtp, apiKey, provider, keeping, fault })
    return { url, data: { apiKey, keeping }, close }
  },
  flows: ['activate-account', 'log-in', 'reset-password', 'log-in-sso', 'add-users'],
  capabilities: ['authenticator-app'],
  givens: {
    invited,
    activated,
    'authenticator-app': withApp,
    'signed-out': added,
    'signed-in': added,
    'consent-missing': added,
    'not-added': atProvider,
    administrator: withApp,
    editor: withApp,
    viewer: withApp,
  },
  mailbox: { kind: 'smtp', port: 0 },
  provider: { kind: 'mock-idp', redirectUri: '/company' },
  clock: {
    async now({ url, data }) {
      const response = await fetch(new URL('/api/run/clock', url), { headers: run(data) })
      return ((await response.json()) as { now: number }).now
    },
    async advance(seconds, { url, data }) {
      const body = JSON.stringify({ seconds: `${seconds}` })
      const headers = { ...run(data), 'content-type': 'application/json' }
      await fetch(new URL('/api/run/clock', url), { method: 'POST', headers, body })
    },
  },
  patience: 5_000,
  protectedPage: { path: '/home', opens: async ({ fetch }) => (await fetch('/api/me')).ok },
  screens: depotScreens,
  documented: {
    mailFrom: 'depot@example.com',
    passwordLength: 12,
    attempts: 10,
    blockedFor: HOUR / 2,
    activationLinkLife: 48 * HOUR,
    resetLinkLife: HOUR,
    newestLinkOnly: true,
    codeDrift: 1,
    absentForViewer: ['Add somebody'],
    organizations: 'separate',
    userinfo: true,
    verifiedAddress: true,
    idleTimeout: HOUR,
    sessionLife: 12 * HOUR,
  },
  pages: {
    changePassword: '/me/password',
    forms: ['/office/name'],
    recoveryCode: { use: ['I have a spare code'], field: 'Spare code', send: 'Spend it' },
    removeUser: async (page, { email }) => {
      page.once('dialog', (dialog) => void dialog.accept())
      await page.getByRole('row', { name: email }).getByRole('button', { name: 'Take away' }).click()
    },
  },
})

const run = ({ apiKey }: DepotData) => ({ authorization: `Bearer ${apiKey}` })
