import type { Ctx } from '../http/context.ts'
import { show } from '../http/show.tsx'
import { administrators, signedIn } from '../http/signed-in.ts'
import type { Section } from '../screens/not-here.tsx'
import { methods } from '../sso/methods.ts'
import { findConnection } from '../store/sso-connections.ts'

const FIRST = 'managed-organizations'

/** Configuration begins with the organizations that are managed (configure-sso-entra.1). */
export const showOrganizations = signedIn(async (c) => show(c, FIRST))

/** An entry of the left pane that no documented flow needs. */
export const showSection = (section: Section) => signedIn(async (c) => show(c, 'not-here', { section }))

/** The page stays, and says who may go on. */
export const refuseMyOrganization = async (c: Ctx) =>
  show(c, FIRST, { message: 'Only an Administrator can open My organization.', tone: 'wrong' }, 403)

/** Configure-sso-entra.2: only Administrators reach My organization. */
export const showMyOrganization = administrators(async (c) => {
  const connection = await findConnection(c.var.tenant.store.db, c.var.sandbox.id)
  return show(c, 'my-organization', { method: methods[connection?.method ?? '1secure'].label })
}, refuseMyOrganization)
