import type { Capability } from '../../../machines/flow.ts'
import { screens } from '../../../machines/screens.ts'
import { openMailbox, type ReadMails } from '../mailboxes/open-mailbox.ts'
import type { Arrangement, Target } from '../target.ts'
import { acceptedBy } from './accepted.ts'
import type { TargetAddress } from './address.ts'
import { arrangerOf } from './arranger.ts'
import type { Arranged, Deployment, Json, Visitor } from './deployment.ts'
import { clockOf, providerOf, toolsFor, visitorAt } from './tools.ts'

const PATIENCE = 10_000

/** The target that a profile describes, at the address that its start has brought. */
export function openDeployment(deployment: Deployment, address: TargetAddress): Target {
  const {
    name,
    patience = PATIENCE,
    screens: looks,
    between,
    passwords,
    documented,
    pages,
    mailbox,
  } = deployment
  const { url, file, mails } = address
  const read = mailbox && openMailbox(mailbox, mails)
  return {
    name,
    url,
    patience,
    between,
    passwords,
    looks,
    capabilities: capabilitiesOf(deployment),
    ...(documented && { documented: { codeAttempts: documented.attempts, ...documented } }),
    ...(pages && { pages }),
    cannotArrange: (flow, given) =>
      arrangerOf(deployment, flow, given) ? undefined : `${file} does not say how “${given}” is arranged`,
    cannotSend: (flow, event) => deployment.notHere?.[`${flow}/${event}`],
    accepts: acceptedBy(deployment.accept ?? {}),
    async arrange(flow, given, browser) {
      const arrange = arrangerOf(deployment, flow, given)
      if (!arrange) throw new Error(`${file} does not say how “${given}” is arranged.`)
      const { tools, close } = toolsFor({ deployment, address, read, flow, given, browser })
      try {
        return { flow, ...(await complete(await arrange(tools), deployment, address, read)) }
      } finally {
        await close()
      }
    },
  }
}

function capabilitiesOf({ capabilities = [], mailbox, clock, provider }: Deployment): Capability[] {
  const follow: Capability[] = [
    ...(mailbox ? (['mailbox'] as const) : []),
    ...(clock?.advance ? (['clock'] as const) : []),
    ...(provider ? (['identity-provider'] as const) : []),
  ]
  return [...new Set([...capabilities, ...follow])]
}

/** What an arrangement leaves out is as the profile says for all. */
async function complete(
  arranged: Arranged,
  deployment: Deployment,
  address: TargetAddress,
  read: ReadMails | undefined,
): Promise<Arrangement> {
  const { email, password = '', totpSecret, recoveryCodes, securityKey, ...own } = arranged
  if (typeof email !== 'string')
    throw new Error('The arrangement does not say whose it is: answer { email, … }.')
  const url = own.url ?? address.url
  const { protectedPage, session } = deployment
  const dashboard = own.dashboard ?? (protectedPage && new URL(protectedPage.path, url).href)
  if (!dashboard) throw new Error('Neither the profile nor the arrangement names a protected page.')
  const visitor = visitorAt({ url, data: address.data }, dashboard)
  const opens = protectedPage?.opens ?? showsHeading(deployment, dashboard)
  return {
    clock: clockOf(deployment, { url, data: address.data }),
    ...(read && { mailbox: { mails: () => read(email) } }),
    ...(session && { sessionExists: (headers, page) => session(visitor(headers.cookie, page)) }),
    dashboardOpens: (headers, page) => opens(visitor(headers.cookie, page)),
    leave: async () => {},
    provider: own.provider ?? (await providerOf(deployment, address, email)),
    ...own,
    url,
    dashboard,
    account: { email, password, totpSecret, recoveryCodes, securityKey },
  }
}

/** Without a word of the profile the protected page opens when it is answered with 200 and has the dashboard's heading. */
function showsHeading({ screens: looks }: Deployment, dashboard: string) {
  const here = looks?.dashboard?.heading
  const heading = typeof here === 'string' ? here : screens.dashboard.heading
  return async ({ fetch }: Visitor<Json>) => {
    const response = await fetch(dashboard, { headers: { accept: 'text/html' } })
    return (await response.text()).includes(heading) && response.ok
  }
}
