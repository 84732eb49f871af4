import type { Browser, BrowserContext } from '@playwright/test'
import type { Flow } from '../../machines/model/flow.ts'
import { begin } from '../../machines/model/walk.ts'
import { packOf, protectedScreenOf } from '../packs/pack-of.ts'
import { inWords, type Snapshot } from '../page/snapshot.ts'
import { takeSnapshot } from '../page/take-snapshot.ts'
import { firstLine } from '../run/mask-url.ts'
import { hasHeading } from '../session/element.ts'
import { overridesFor } from '../session/overrides.ts'
import { Session } from '../session/session.ts'
import { signedInFacts } from '../session/signed-in.ts'
import { textsOf } from '../targets/overrides.ts'
import type { Target } from '../targets/target.ts'
import { adviceOn } from '../targets/unreachable.ts'
import { examine, type Finding } from './finding.ts'

/**
 * Opens the first page of the deployment, the tenant link, and the protected page, as somebody who is not logged in: an error page there,
 * or a protected page that is open to everybody, makes every verdict worthless.
 */
export async function* examinePages(
  target: Target,
  flows: readonly Flow[],
  browser: Browser,
): AsyncGenerator<Finding> {
  const begins = flows.flatMap((flow) =>
    Object.keys(flow.givens).flatMap((given) =>
      begin(flow, given).signedIn || target.cannotArrange?.(flow.id, given) ? [] : [{ flow: flow.id, given }],
    ),
  )
  const [first] = begins
  // Why nothing can be arranged, the findings of the givens say.
  const arranged = first && (await target.arrange(first.flow, first.given, browser).catch(() => undefined))
  if (!first || !arranged) return
  const context = await browser.newContext()
  try {
    const session = await Session.open(context, target, packOf(target.packs, first.flow), arranged)
    yield await examine('First page', () => openFirst(session))
    yield await examine('Protected page', async () => {
      await tellApart(session)
      return tryProtected(session, context)
    })
  } finally {
    await context.close()
  }
  const left = await examine('Restore', async () => {
    await arranged.leave()
    return 'the settings are put back'
  })
  if (left.is === 'bad') yield left
}

async function openFirst({ page, arranged, settling, patience }: Session): Promise<string> {
  const { url } = arranged
  const answer = await page.goto(url, { timeout: patience }).catch((error: Error) => {
    throw new Error(`${url} cannot be opened (${firstLine(error)}): ${adviceOn(error)}.`)
  })
  await settling.settled(patience)
  const snapshot = await takeSnapshot(page)
  const status = answer?.status() ?? 200
  // A login page may answer that nobody is logged in.
  if (status >= 400 && status !== 401 && status !== 403)
    throw new Error(
      `${url} is an error page (${status}), with ${inWords(snapshot)}: correct \`url\`, or mend the deployment.`,
    )
  if (isBare(snapshot))
    throw new Error(
      `${url} shows nothing to fill in or to press: is it the login page? Correct \`url\` if not.`,
    )
  return `${url} shows ${inWords(snapshot)}`
}

const isBare = ({ fields, buttons, links }: Snapshot) => fields.length + buttons.length + links.length === 0

/**
 * A heading that the first page has, too, such as the name of the site, would show the protected page to people who are not logged in.
 * @throws with the heading
 */
async function tellApart(session: Session): Promise<void> {
  const screen = protectedScreenOf(session.pack)
  if (!screen) return
  const { page } = session
  const { heading = screen.heading, absent } = overridesFor(session, screen.id)
  if (heading === false || absent !== undefined) return
  if (!(await hasHeading(page, heading, await takeSnapshot(page)))) return
  const called = typeof heading === 'string' ? `“${heading}”` : `of “${screen.heading}”`
  throw new Error(
    `The heading ${called} is on the first page, too, so that nobody could tell whether somebody is logged in: say in \`screens["${screen.id}"].heading\` what only people who are logged in see.`,
  )
}

async function tryProtected(session: Session, context: BrowserContext): Promise<string> {
  const { arranged, page, pack } = session
  const screen = protectedScreenOf(pack)
  if (!screen) return 'the documentation has none'
  const facts = await signedInFacts(session, await context.cookies(arranged.dashboard), page)
  if (facts.session === true)
    throw new Error(
      'The profile’s `session` says that somebody is logged in, and nobody is: correct what it asks.',
    )
  if (facts.dashboard === 'opens' || facts.contradicted)
    throw new Error(
      `${arranged.dashboard} opens although nobody is logged in, so that no login could be proven: name in \`protectedPage.path\` a page that only people who are logged in may see, or correct \`protectedPage.opens\`.`,
    )
  if (new URL(arranged.dashboard).href !== new URL(arranged.url).href)
    return `${arranged.dashboard} is closed as long as nobody is logged in`
  // An app of one page may show both at one address.
  const { heading = screen.heading } = overridesFor(session, screen.id)
  const text = heading === false ? undefined : textsOf(heading)?.[0]
  if (!text)
    throw new Error(
      `${arranged.dashboard} is the login page: name in \`protectedPage.path\` a page that only people who are logged in may see.`,
    )
  return `${arranged.dashboard} is the login page, too; people who are logged in must see “${text}” there`
}
