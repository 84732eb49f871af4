import { capabilities } from '../../../machines/model/event.ts'
import { defineDeployment } from '../../index.ts'
import { arrangeBundled } from '../bundled.ts'
import type { Documented } from '../documented.ts'
import type { OwnPages } from '../own-pages.ts'

/** Screens come within milliseconds, but for a machine that is busy with other things. */
const PATIENCE = 5_000

const HOUR = 60 * 60

/** What the documentation states, and the clauses that the tenant names where it is silent (its page /clauses). */
const documented: Documented = {
  passwordLength: 12,
  forbiddenWords: ['Netwrix', '1Secure'],
  attempts: 10,
  blockedFor: HOUR / 2,
  mailsPerHour: 5,
  activationLinkLife: 48 * HOUR,
  resetLinkLife: HOUR,
  newestLinkOnly: true,
  codeDrift: 1,
  proofKept: 5 * 60,
  deviceRemembered: 30 * 24 * HOUR,
  addressSeparator: ', ',
  privateAddresses: 'refused',
  organizations: 'separate',
  userVerification: 'not-required',
  signCount: 'refused',
  userinfo: true,
  verifiedAddress: true,
  entraTenant: true,
  idleTimeout: HOUR,
  sessionLife: 12 * HOUR,
}

const pages: OwnPages = {
  changePassword: 'account/password',
  methods: { at: 'account', confirm: 'Confirm', add: 'Add a method', remove: ['Remove'] },
  rememberDevice: 'Remember this device for 30 days',
  removeUser: ['Remove this user…', 'Remove user'],
  temporaryAccess: { field: 'Grant user temporary access until', save: 'Save' },
  changeRole: { field: 'Role', save: 'Save' },
  closed: ['account/password'],
  forAdministrators: ['configuration/audit-logs'],
  clientSecret: { open: 'Client secret and directory', field: 'Client secret' },
}

/** The reference tenant, started for the check with everything in memory; a fresh sandbox for each path. */
export default defineDeployment({
  name: 'The bundled tenant',
  async start({ defect }) {
    // Only where it is started: the processes that walk cannot read the tenant.
    const { startBundled } = await import('../start-bundled.ts')
    const { defectOf } = await import('../../defects/index.ts')
    const { url, close } = await startBundled(defect === undefined ? undefined : defectOf(defect))
    return { url, data: null, close }
  },
  capabilities: [...capabilities],
  async givens({ url, given }) {
    const { account, ...arrangement } = await arrangeBundled(url, given)
    return { ...account, ...arrangement }
  },
  patience: PATIENCE,
  documented,
  pages,
})
