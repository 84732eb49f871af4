import type { Capability } from '../../../machines/model/event.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import { flowIn, flowsIn } from '../../packs/pack-of.ts'
import { whyOf } from '../../page/why-of.ts'
import { openMailbox, openOthers, openRefusals, type ReadMails } from '../mailboxes/open-mailbox.ts'
import type { Arrangement, Target } from '../target.ts'
import { acceptancesOf } from './accepted.ts'
import type { TargetAddress } from './address.ts'
import { ARRANGE_WITHIN, arrangeWithin, remembering } from './arrange-within.ts'
import { arrangerOf, whyWithout } from './arranger.ts'
import type { Deployment } from './deployment.ts'
import type { Arranged } from './functions.ts'
import { whyLeftOut } from './left-out.ts'
import { clockOf, providerOf, toolsFor, visitorAt } from './tools.ts'
import { whyUndocumented } from './undocumented.ts'

const PATIENCE = 10_000

/** The target that a profile describes, at the address that its start has brought; `packs` are what it is held to. */
export function openDeployment(
  deployment: Deployment,
  address: TargetAddress,
  packs: readonly Pack[],
): Target {
  const {
    name,
    patience = PATIENCE,
    screens: overrides,
    frames,
    between,
    passwords,
    values,
    csrf,
    documented,
    pages: ownPages,
    mailbox,
    mailedCode,
    arrangeWithin: seconds = ARRANGE_WITHIN,
  } = deployment
  const { url, file, mails } = address
  const read = mailbox && openMailbox(mailbox, mails)
  return {
    name,
    url,
    patience,
    arrangeWithin: seconds,
    ...(frames && { frames }),
    between,
    passwords,
    packs,
    ...(values && { values }),
    ...(csrf && { csrf }),
    ...(mailedCode && { mailedCode: 'inMail' in mailedCode ? mailedCode : { inMail: mailedCode } }),
    overrides,
    capabilities: capabilitiesOf(deployment),
    ...(documented && { documented: { codeAttempts: documented.attempts, ...documented } }),
    ...(ownPages && { pages: ownPages }),
    cannotWalk: (flow) => whyWithout(deployment, flowIn(packs, flow)),
    cannotArrange: (flow, given) =>
      arrangerOf(deployment, flow, given) ? undefined : `${file} does not say how “${given}” is arranged`,
    cannotSend: (flow, event, transition) =>
      deployment.notHere?.[`${flow}/${event}`] ??
      whyUndocumented(packs, documented, flow, event) ??
      whyLeftOut(packs, overrides, flow, transition),
    ...(deployment.leaveOut && { leftOut: deployment.leaveOut }),
    acceptances: acceptancesOf(flowsIn(packs), deployment.accept ?? {}),
    async arrange(flow, given, browser) {
      const arrange = arrangerOf(deployment, flow, given)
      if (!arrange) throw new Error(`${file} does not say how “${given}” is arranged.`)
      const { tools: own, close, usedApp } = toolsFor({ deployment, address, read, flow, given, browser })
      const { tools, pages, last } = remembering(own)
      const what = `The arrangement of “${given}” for ${flow}`
      try {
        return await arrangeWithin(
          async () => {
            const arranged = await complete(await arrange(tools), { deployment, address, read })
            const { totpSecret } = arranged.account
            const app = totpSecret && usedApp(totpSecret)
            return { flow, given, ...arranged, ...(app && { app }) }
          },
          { what, seconds, pages, last },
        )
      } finally {
        await close()
      }
    },
  }
}

function capabilitiesOf({
  capabilities = [],
  mailbox,
  mailedCode,
  clock,
  provider,
}: Deployment): Capability[] {
  const follow: Capability[] = [
    ...(mailbox ? (['mailbox'] as const) : []),
    // What a model does with the codes of an app is done with those in mails.
    ...(mailedCode ? (['authenticator-app'] as const) : []),
    ...(clock?.advance ? (['clock'] as const) : []),
    ...(provider ? (['identity-provider'] as const) : []),
  ]
  return [...new Set([...capabilities, ...follow])]
}

interface Surroundings {
  deployment: Deployment
  address: TargetAddress
  read: ReadMails | undefined
}

/** What a function of the profile answers. @throws naming it, where it makes a mistake, such as taking an empty answer for JSON */
async function answerOf<T>(name: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    // What cannot be reached says so itself.
    const isMistake = error instanceof SyntaxError || (error instanceof TypeError && !error.cause)
    throw isMistake
      ? new Error(`\`${name}\` of the profile failed: ${whyOf(error)}`, { cause: error })
      : error
  }
}

/** What an arrangement leaves out is as the profile says for all. */
async function complete(
  arranged: Arranged | undefined,
  { deployment, address, read }: Surroundings,
): Promise<Arrangement> {
  const {
    email,
    login,
    password = '',
    totpSecret,
    recoveryCodes,
    securityKey,
    ...own
  } = arranged ?? ({} as Partial<Arranged>)
  if (typeof email !== 'string')
    throw new Error('The arrangement does not say whose it is: answer { email, … }.')
  const url = own.url ?? address.url
  const { protectedPage, session, restore, mailbox } = deployment
  const whyRefused = mailbox && openRefusals(mailbox, address.mails)
  const sentElsewhere = mailbox && openOthers(mailbox, address.mails)
  const dashboard = own.dashboard ?? (protectedPage && new URL(protectedPage.path, url).href)
  if (!dashboard) throw new Error('Neither the profile nor the arrangement names a protected page.')
  const visitor = visitorAt({ url, data: address.data }, dashboard)
  const opens = protectedPage?.opens
  return {
    clock: clockOf(deployment, { url, data: address.data }),
    ...(read && {
      mailbox: {
        mails: () => read(email),
        mailsTo: read,
        ...(whyRefused && { whyRefused: () => whyRefused(email) }),
        ...(sentElsewhere && { sentElsewhere: () => sentElsewhere(email) }),
      },
    }),
    ...(session && {
      sessionExists: (headers, page) => answerOf('session', async () => session(visitor(headers, page))),
    }),
    ...(opens && {
      dashboardOpens: (headers, page) =>
        answerOf('protectedPage.opens', async () => opens(visitor(headers, page))),
    }),
    leave: async () => {
      try {
        await restore?.({ url, data: address.data })
      } catch (error) {
        throw new Error(
          `\`restore\` of the profile failed: ${error instanceof Error ? error.message : String(error)}`,
        )
      }
    },
    provider: own.provider ?? (await providerOf(deployment, address, email)),
    ...own,
    url,
    dashboard,
    account: { email, login, password, totpSecret, recoveryCodes, securityKey },
  }
}
