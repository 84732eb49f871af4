import type { Request } from '@playwright/test'
import { AuthenticatorApp } from '../../../machines/devices/authenticator-app.ts'
import { scanPage } from '../../page/scan.ts'
import { NotThere } from '../../session/find.ts'
import { fillAtTarget } from '../../session/overrides.ts'
import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import { isAtProtectedPage, requireApp, toCode, toProtectedPage } from '../bench/journeys.ts'
import { NotTestable, Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { Rejections } from '../bench/rejections.ts'
import { isReading, readRequest, type Sent } from '../bench/sent.ts'
import { enrolmentsFrom, openFactorsProven } from './factor-pages.ts'
import { asksForProof, giveProof, outlastLogin } from './prove-again.ts'

const NOBODY = 'Nobody who has a factor adds an authenticator app here.'

/**
 * The page asks who it is before it adds a factor, and each request that it sends after that asks as well: sent by somebody who has
 * proven nothing lately, all of them together add none. To be called last, for the control takes another app into use. Judges `request`.
 */
export async function proveRequestsAsk(bench: Bench, holder: Person): Promise<void> {
  requireApp(bench)
  const unproven = await bench.elsewhere(holder)
  await toProtectedPage(unproven)
  await outlastLogin(unproven)
  const learner = await bench.elsewhere(holder)
  await toProtectedPage(learner)
  await outlastLogin(learner)
  const { app, begin, last, at } = await learnAdding(learner).catch((error: unknown) => {
    if (!(error instanceof NotThere || error instanceof Unproven)) throw error
    throw new NotTestable(`${NOBODY} ${error.message}`)
  })
  const enrols = async () => opensWith(await bench.elsewhere(holder), app)
  const error = await sendAll(unproven, [...begin, last])
  await unproven.open(at)
  const isOpen = await unproven.isAt(bench.role('codes').enrolment, unproven.patience / 2)
  const accepted = isOpen || (await enrols())
  const rejections = new Rejections(bench)
  rejections.prove({
    claim: 'request',
    of: 'adding an app by the requests of someone who has proven it',
    error,
    silent: 'what counts is whether an app is added',
    accepted,
    otherwise: isOpen ? 'the page that sets one up opens after them' : 'the codes of that app log in',
  })
  await rejections.control({
    of: 'adding it after a fresh proof',
    async works() {
      if (accepted) throw new Unproven('It is added already.')
      await sendAll(learner, [last])
      return enrols()
    },
    afresh: async () => false,
  })
}

interface Learned {
  /** A phone that knows what the page has shown. */
  app: AuthenticatorApp
  /** What is sent after the proof until the page shows the key of the app. */
  begin: Sent[]
  /** What brings the first code. It has not arrived. */
  last: Sent
  /** Address of the page that shows the key. */
  at: string
}

/** @throws NotTestable where nobody adds an app who has one already */
async function learnAdding(person: Person): Promise<Learned> {
  const { methods, chooseApp, enrolment, enterFirstCode } = person.role('codes')
  const { page, session } = person
  await openFactorsProven(person)
  const enrolments = await enrolmentsFrom(person)
  const requests: Request[] = []
  const note = (request: Request) => {
    if (!isReading(request)) requests.push(request)
  }
  page.on('request', note)
  await person.pressLabel(person.bench.pages('methods').add)
  if (await asksForProof(person)) {
    await giveProof(person)
    requests.length = 0
  }
  if ((await person.isAtOneOf(enrolments)) === methods) await person.perform(chooseApp)
  page.off('request', note)
  const isThere = await person.isAt(enrolment)
  const shown = isThere ? await scanPage(page) : undefined
  if (!shown) throw new NotTestable(NOBODY)
  const at = page.url()
  const app = new AuthenticatorApp(session.arranged.clock)
  app.scan(shown)
  const begin = await Promise.all(requests.map(readRequest))
  const { screen, fill = {}, press } = enterFirstCode('right')
  const last = await person.interceptRequest(async () => {
    for (const label of Object.keys(fill)) await fillAtTarget(session, screen, label, await app.right())
    await person.perform({ screen, ...(press !== undefined && { press }) })
  })
  return { app, begin, last, at }
}

/** Sends them one after the other as a page of this person does, and answers the first error. */
async function sendAll(person: Person, all: readonly Sent[]): Promise<string | undefined> {
  const { at } = person.bench.pages('methods')
  const from = new URL(at, person.session.arranged.dashboard).href
  const jar = await Jar.of(person)
  let error: string | undefined
  for (const sent of all) {
    const answer = await jar.sendFresh({ from, ...sent })
    error ??= answer.error
  }
  await jar.giveTo(person)
  await jar.close()
  return error
}

/** Whether the login takes the codes of this app. */
async function opensWith(person: Person, app: AuthenticatorApp): Promise<boolean> {
  await toCode(person)
  const { screen, fill = {}, press } = person.role('codes').enterCode('right')
  for (const label of Object.keys(fill)) await fillAtTarget(person.session, screen, label, await app.right())
  await person.perform({ screen, ...(press !== undefined && { press }) })
  return isAtProtectedPage(person)
}
