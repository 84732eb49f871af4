import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publish } from '../publish.ts'
import { openTestStore } from '../testing/open-test-store.ts'
import { accountRow, loginRow, sandboxRow, visitRow } from '../testing/rows.ts'
import { bookAttempt } from './attempts.ts'
import { addEntry, latestEntries } from './audit-entries.ts'
import { enrolApp, spendTimeStep } from './authenticator-apps.ts'
import { addChallenge, spendChallenge } from './challenges.ts'
import { eventsAfter } from './events.ts'
import { handleAlert, reopenAlert } from './handled-alerts.ts'
import { spendLogoutToken } from './logout-tokens.ts'
import { replaceLink, spendLink } from './mailed-links.ts'
import { addMail, listMails } from './mails.ts'
import { removeMethod } from './methods.ts'
import type { Database, Store } from './open-store.ts'
import { addSandbox } from './sandboxes.ts'
import { addKey, findKey, moveCounter } from './security-keys.ts'
import { replaceSignInLink, spendSignInLink } from './sign-in-links.ts'
import { linkIdentity } from './sso-identities.ts'
import { addLogin, noteConfirmation, spendLogin, takeConfirmation } from './sso-logins.ts'
import { addLogout, finishLogout, takeLogout } from './sso-logouts.ts'
import { together } from './together.ts'
import { addUser, changeUser } from './users.ts'
import { addVisit, changeVisit } from './visits.ts'

const AT_ONCE = 50

let store: Store
let db: Database
let made = 0
beforeAll(async () => {
  store = await openTestStore()
  db = store.db
})
afterAll(() => store.close())

/** A fresh sandbox with one account. */
async function prepare() {
  const sandbox_id = `s${++made}`
  await addSandbox(db, sandboxRow(sandbox_id))
  const account = accountRow(sandbox_id, 'one')
  await addUser(db, account)
  return { sandbox_id, account }
}

type World = Awaited<ReturnType<typeof prepare>>

const keyRow = ({ sandbox_id, account }: World, credential_id: string) => ({
  ...{ sandbox_id, credential_id, account_id: account.id },
  ...{ public_key: '', counter: 1, transports: '[]', name: credential_id, added_at: 0 },
})

const issued = ({ sandbox_id, account }: World) => ({
  ...{ token_hash: `t-${sandbox_id}`, sandbox_id, account_id: account.id, issued_at: 0 },
})

/** Prepares a thing that counts once, and answers an attempt to use it: whether it was the one. */
const oneTimeThings: Record<string, (world: World) => Promise<(nth: number) => Promise<unknown>>> = {
  async 'an activation link'(world) {
    await replaceLink(db, { ...issued(world), purpose: 'activate' })
    return () => spendLink(db, issued(world).token_hash, 1)
  },
  async 'a sign-in link'(world) {
    await replaceSignInLink(db, issued(world))
    return () => spendSignInLink(db, world.sandbox_id, issued(world).token_hash)
  },
  async 'a time step of an authenticator app'({ account }) {
    await enrolApp(db, { account_id: account.id, secret: '', last_step: 0 })
    return () => spendTimeStep(db, account.id, 7)
  },
  async 'a challenge'({ sandbox_id }) {
    const key = { challenge: `c-${sandbox_id}`, visit_hash: 'v', purpose: 'register' } as const
    await addChallenge(db, { ...key, sandbox_id, issued_at: 5 })
    return () => spendChallenge(db, key, 6)
  },
  async 'a move of a visit'({ sandbox_id }) {
    const visit = visitRow(sandbox_id, `v-${sandbox_id}`)
    await addVisit(db, visit)
    return (nth) => changeVisit(db, visit, { stage: 'enrol', token_hash: `v-${sandbox_id}-${nth}` })
  },
  async 'a counter of a security key'(world) {
    await addKey(db, keyRow(world, 'k'))
    const key = await findKey(db, world.sandbox_id, 'k')
    return async () => key && moveCounter(db, key, 2)
  },
  async 'the id of a security key'(world) {
    return () => addKey(db, keyRow(world, 'k'))
  },
  async 'an address of a user'({ sandbox_id }) {
    return (nth) => addUser(db, { ...accountRow(sandbox_id, 'two'), id: `${sandbox_id}-${nth}` })
  },
  async 'a login that returns from the provider'({ sandbox_id }) {
    const login = loginRow(sandbox_id, `l-${sandbox_id}`)
    await addLogin(db, login)
    return () => spendLogin(db, login, 1)
  },
  async 'a proof that the provider has asked again'({ sandbox_id, account }) {
    const login = { ...loginRow(sandbox_id, `l-${sandbox_id}`), issued_at: 5 }
    await addLogin(db, login)
    await noteConfirmation(db, login.state_hash, account.id)
    return () => takeConfirmation(db, { ...login, confirmed_id: account.id })
  },
  async 'an identity at a provider'({ sandbox_id }) {
    const identity = { sandbox_id, issuer: 'https://idp.example', subject: 'them' }
    for (let nth = 0; nth < AT_ONCE; nth++) await addUser(db, accountRow(sandbox_id, `n${nth}`))
    return (nth) => linkIdentity(db, identity, `${sandbox_id}-n${nth}`)
  },
  async 'a logout token'({ sandbox_id }) {
    return () => spendLogoutToken(db, { sandbox_id, issuer: 'https://idp.example', jti: 'j' }, 1)
  },
  async 'a logout that leaves for the provider'({ sandbox_id }) {
    await addLogout(db, logoutRow(sandbox_id, null))
    return () => takeLogout(db, logoutRow(sandbox_id, null))
  },
  async 'a logout that returns from the provider'({ sandbox_id }) {
    await addLogout(db, logoutRow(sandbox_id, 'state'))
    return () => finishLogout(db, { ...logoutRow(sandbox_id, 'state'), state_hash: 'state' })
  },
  async 'an alert to be handled'({ sandbox_id }) {
    return () => handleAlert(db, { sandbox_id, alert: 'deleted-files', by: '', at: 0 })
  },
  async 'an alert to be opened again'({ sandbox_id }) {
    await handleAlert(db, { sandbox_id, alert: 'deleted-files', by: '', at: 0 })
    return () => reopenAlert(db, sandbox_id, 'deleted-files')
  },
  async 'the last method but one'(world) {
    await enrolApp(db, { account_id: world.account.id, secret: '', last_step: 0 })
    await addKey(db, keyRow(world, 'k'))
    return (nth) => removeMethod(db, world.account, nth % 2 === 0 ? 'authenticator-app' : 'k')
  },
  async 'the last user but one'(world) {
    const { sandbox_id, account } = world
    const other = accountRow(sandbox_id, 'two')
    await addUser(db, other)
    const judge = (users: unknown[]) => (users.length < 2 ? 'the last' : undefined)
    return async (nth) => (await changeUser(db, nth % 2 === 0 ? account : other, null, judge)) === undefined
  },
  async 'a place below a limit'({ sandbox_id }) {
    return (nth) =>
      together(db, sandbox_id, async (all) => {
        await addUser(all, accountRow(sandbox_id, `n${nth}`))
        const { length } = await all
          .selectFrom('accounts')
          .select('id')
          .where('sandbox_id', '=', sandbox_id)
          .execute()
        if (length > 2) throw new Error('full')
        return true
      }).catch(() => false)
  },
}

const logoutRow = (sandbox_id: string, state_hash: string | null) => ({
  ...{
    browser_hash: `b-${sandbox_id}`,
    sandbox_id,
    issuer: '',
    sealed_id_token: null,
    state_hash,
    issued_at: 0,
  },
})

describe(`${AT_ONCE} at once`, () => {
  it.each(Object.entries(oneTimeThings))('one gets %s', async (_what, thing) => {
    const attempt = await thing(await prepare())
    const tries = await Promise.all(Array.from({ length: AT_ONCE }, (_, nth) => attempt(nth)))
    expect(tries.filter((answer) => answer !== false && answer !== undefined)).toHaveLength(1)
  })

  it('as many attempts are booked as the limit says, each under a number of its own', async () => {
    const { sandbox_id } = await prepare()
    const key = { sandbox_id, kind: 'code', subject: 'x' } as const
    const book = () => bookAttempt(db, key, { failures: 10, forMs: 1_000 }, 5)
    const booked = await Promise.all(Array.from({ length: AT_ONCE }, book))
    const numbers = booked.filter((n) => n !== undefined).toSorted((a, b) => a - b)
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(await bookAttempt(db, key, { failures: 10, forMs: 1_000 }, 1_005)).toBe(1)
  })

  it('events, mails and entries of the audit log are numbered without a gap', async () => {
    const { sandbox_id } = await prepare()
    const wanted = Array.from({ length: AT_ONCE }, (_, nth) => nth + 1)
    const mail = { sender: '', recipient: '', subject: '', html: '', text: '', links: '[]', raw: '' }
    await Promise.all(
      wanted.flatMap((n) => [
        publish(store, sandbox_id, { kind: 'clock', now: n, advanced: 0 }),
        addMail(db, { ...mail, sandbox_id, received_at: 0 }),
        addEntry(db, { sandbox_id, at: 0, actor: '', what: 'logged-in', about: '' }),
      ]),
    )
    expect((await eventsAfter(db, sandbox_id, 0)).map(({ n }) => n)).toEqual(wanted)
    expect((await listMails(db, sandbox_id)).map(({ n }) => n)).toEqual(wanted)
    expect((await latestEntries(db, sandbox_id, 100)).map(({ n }) => n)).toEqual(wanted.toReversed())
  })
})
