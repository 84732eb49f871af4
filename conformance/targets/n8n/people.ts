import type { Arranged, Tools } from 'doorstep'
import type { N8nData } from './start-n8n.ts'

type N8nTools = Tools<N8nData>

export const INVITATION = 'You have been invited to n8n'
const PASSWORD = 'Amber window 41 ferries'
const browser = { 'browser-id': 'the-arrangement' }

/** Invites someone. */
export async function invited({ ask, data, freshAddress }: N8nTools): Promise<Arranged> {
  const email = freshAddress()
  await ask('/rest/invitations', { headers: data.owner, body: [{ email, role: 'global:member' }] })
  return { email }
}

/** Someone who has chosen a password and never logged in. */
export async function activated(tools: N8nTools): Promise<Arranged> {
  const { email } = await invited(tools)
  const link = await tools.linkInMail(email, INVITATION, 'Set up your n8n account')
  const token = new URL(link).searchParams.get('token')
  const body = { token, firstName: 'Ada', lastName: 'Harbour', password: PASSWORD }
  await tools.ask('/rest/invitations/accept', { body })
  return { email, password: PASSWORD }
}

/** Someone who has added an authenticator app in the settings. */
export async function withApp(tools: N8nTools): Promise<Arranged> {
  const { ask, codeOf } = tools
  const { email, password } = await activated(tools)
  const page = await tools.page()
  await page.goto(tools.url)
  const as = { as: page, headers: browser }
  await ask('/rest/login', { ...as, body: { emailOrLdapLoginId: email, password } })
  const { data } = await ask<{ data: { secret: string } }>('/rest/mfa/qr', as)
  await ask('/rest/mfa/enable', { ...as, body: { mfaCode: await codeOf(data.secret) } })
  return { email, password, totpSecret: data.secret }
}
