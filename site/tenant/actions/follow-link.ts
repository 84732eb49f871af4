import { used } from '../http/acted.ts'
import { type Action, goTo } from '../http/context.ts'
import { administrators, signedIn, signedOut } from '../http/signed-in.ts'
import { isInside, isLink, type LinkId, links } from '../screens/links.ts'
import { isScreen } from '../screens/screens.tsx'
import { refuseAuditLogs } from './audit-logs.ts'
import { refuseMyOrganization } from './configuration.ts'
import { keptHere } from './your-account.ts'

/** A link was followed. It leads on at once, so that loading the page again is not another act. */
export const followLink: Action = async (c) => {
  const id = c.req.param('link') ?? ''
  if (!isLink(id)) return c.notFound()
  const { label, path, screen } = links[id]
  const from = c.req.query('from') ?? ''
  if (isScreen(from)) used(c, from, label)
  return gateOf(id)(async () => goTo(c, path, screen))(c)
}

type Gate = (lead: Action) => Action

/** A link lets through the people that its page lets in: then it is known what is shown next. */
const gateOf = (id: LinkId): Gate => gates[id] ?? (isInside(id) ? signedIn : signedOut)

const gates: Partial<Record<LinkId, Gate>> = {
  'my-organization': (lead) => administrators(lead, refuseMyOrganization),
  'audit-logs': (lead) => administrators(lead, refuseAuditLogs),
  'change-password': (lead) => signedIn(keptHere(lead)),
}
