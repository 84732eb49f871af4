import type { Arranged, Tools } from 'doorstep'
import { createTransport } from 'nodemailer'
import { type MovedTime, movedClock } from '../moved-time.ts'
import { MAIL_FROM } from './start-strapi.ts'

/** What the start of Strapi hands to the arrangements. */
export type StrapiData = MovedTime & {
  smtp: { host: string; port: number }
  /** The first Administrator, who invites all others, and the role that they get. */
  administrator: { email: string; password: string }
  role: number
}

type StrapiTools = Tools<StrapiData>

interface Session {
  data: { token: string }
}

/** Long enough, and of the kinds that Strapi demands. */
const PASSWORD = 'Amber-Window-41-Ferries'

/** An Administrator makes the account, and hands on the link that Strapi shows: here by mail. */
export async function invited(tools: StrapiTools): Promise<Arranged> {
  const { email } = await invite(tools)
  return { email }
}

/** Someone who has chosen a password and never logged in. */
export async function activated(tools: StrapiTools): Promise<Arranged> {
  const { email, registrationToken } = await invite(tools)
  const userInfo = { firstname: 'Jamie', lastname: 'Larson', password: PASSWORD }
  await tools.ask('/admin/register', { body: { registrationToken, userInfo } })
  return { email, password: PASSWORD }
}

/** The first account of a new Strapi. */
export async function setUp(url: string): Promise<Pick<StrapiData, 'administrator' | 'role'>> {
  const administrator = { email: 'first@example.com', password: PASSWORD }
  const made = await fetch(new URL('/admin/register-admin', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...administrator, firstname: 'Robin', lastname: 'Larson' }),
  })
  const { data } = (await made.json()) as Session
  const headers = { authorization: `Bearer ${data.token}` }
  const listed = await fetch(new URL('/admin/roles', url), { headers })
  const { data: roles } = (await listed.json()) as { data: { name: string; id: number }[] }
  const author = roles.find(({ name }) => name === 'Author')
  if (!author) throw new Error('Strapi has no role “Author”')
  return { administrator, role: author.id }
}

/** A token of the Administrator and when it was given: Strapi counts logins, and takes a token for half an hour. */
let known: { url: string; token: string; at: number } | undefined
const HELD_FOR = 20 * 60_000

async function tokenOf({ ask, url, data }: StrapiTools): Promise<string> {
  const now = await movedClock.now({ data })
  if (known?.url === url && now < known.at + HELD_FOR) return known.token
  const session = await ask<Session>('/admin/login', { body: data.administrator })
  known = { url, token: session.data.token, at: now }
  return known.token
}

async function invite(tools: StrapiTools) {
  const { ask, data, url, freshAddress } = tools
  const email = freshAddress()
  const made = await ask<{ data: { registrationToken: string } }>('/admin/users', {
    bearer: await tokenOf(tools),
    body: { firstname: 'Jamie', lastname: 'Larson', email, roles: [data.role] },
  })
  const { registrationToken } = made.data
  const link = new URL(`/admin/auth/register?registrationToken=${registrationToken}`, url).href
  await createTransport({ ...data.smtp, ignoreTLS: true }).sendMail({
    from: MAIL_FROM,
    to: email,
    subject: 'Your invitation',
    text: `Join us at ${link}`,
    html: `<p>Join us at <a href="${link}">${link}</a></p>`,
  })
  return { email, registrationToken }
}
