import { withTag } from '../../../machines/model/values.ts'
import { isIn } from '../../session/signed-in.ts'
import { addNewcomer, newcomersEmail, toUsers } from '../bench/administration.ts'
import type { Bench } from '../bench/bench.ts'
import { NotTestable } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { isOut } from '../bench/rejections.ts'
import { skipIfNotTestable } from '../bench/skip-if-not-testable.ts'
import { defineCheck } from '../check.ts'
import { asForeign } from '../sessions/foreign-token.ts'
import { proveAnswered, sendFromElsewhere } from '../sessions/from-elsewhere.ts'
import { fillSettings, openForm, saveSettings, settingsOf } from '../sso-configuration/settings.ts'
import { adding, type Deed, removing, resending, worksForOwn } from './deeds.ts'

export const adm9 = defineCheck({
  id: 'ADM9',
  title: 'A request that another site makes the browser of an Administrator send changes nothing',
  source: '3.5.1',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['administration', 'login', 'session'],
  uses: ['activation', 'ssoSettings'],
  needs: [],
  seconds: 240,
  claims: {
    adding: 'a user that another site adds is not added',
    resend: 'an invitation that another site asks for is not sent',
    remove: 'a user whom another site removes is still there',
    settings: 'settings of single sign-on that another site saves are not saved',
    kept: 'no request of another site logs the Administrator out',
    answered: 'each request of another site is answered with an error, or not sent',
  },
  async prove(bench) {
    const administrator = await bench.person(bench.role('administration').administrator)
    await proveRefused(administrator, 'adding', await adding(administrator))
    const email = withTag(await newcomersEmail(administrator), 'invited')
    await toUsers(administrator)
    await addNewcomer(administrator, undefined, email)
    await skipIfNotTestable(bench, ['resend'], async () =>
      proveRefused(administrator, 'resend', await resending(administrator, email)),
    )
    await skipIfNotTestable(bench, ['remove'], async () =>
      proveRefused(administrator, 'remove', await removing(administrator, email)),
    )
    await skipIfNotTestable(bench, ['settings'], async () => {
      const other = await whoSetsUp(bench)
      await proveRefused(other, 'settings', await saving(other))
    })
  },
})

/** The other site has no token of the Administrator, but may get one for itself. */
async function proveRefused(administrator: Person, claim: string, deed: Deed) {
  const { what, seen, sent, works, mayEndSessions } = deed
  const { bench, session } = administrator
  const known = await asForeign(administrator, sent)
  const cookies = await session.context.cookies()
  let answers: (string | undefined)[] = []
  const isDone = await works(async () => {
    answers = await sendFromElsewhere(administrator, known)
    if (isIn(await administrator.signedIn())) {
      bench.claim('kept', true)
      return
    }
    // The request comes without the cookie of the session: a new one in the answer would take its place.
    await session.context.addCookies(cookies)
    const isBack = isIn(await administrator.signedIn())
    if (isBack || !mayEndSessions) bench.claim('kept', false, `${what} does`)
  })
  if (isDone) {
    bench.claim(claim, false, seen)
    return
  }
  proveAnswered(bench, what, answers)
  if (await worksForOwn(administrator, deed)) bench.claim(claim, true)
  else bench.unproven(claim, 'The control fails: sent by their own page it does nothing either.')
}

/** @throws NotTestable where nobody sets up single sign-on */
async function whoSetsUp(bench: Bench): Promise<Person> {
  if (!bench.target.capabilities.includes('identity-provider'))
    throw new NotTestable(`${bench.target.name} can be connected to no provider here.`)
  return bench.person(bench.role('ssoSettings').administrator)
}

async function saving(administrator: Person): Promise<Deed> {
  await openForm(administrator)
  const before = await settingsOf(administrator)
  await fillSettings(administrator, 'right')
  return {
    what: 'saving settings',
    seen: 'the settings have changed',
    mayEndSessions: true,
    sent: await administrator.interceptRequest(() => saveSettings(administrator)),
    async works(send) {
      await send()
      // Another way to log in may end the sessions that began by the former one.
      return isOut(await administrator.signedIn()) || (await settingsOf(administrator)) !== before
    },
  }
}
