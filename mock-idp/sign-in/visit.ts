import type Provider from 'oidc-provider'
import type { Application, Directory, User } from '../directory/types.ts'
import type { Exchange } from '../http/exchange.ts'
import type { Issuer } from '../provider/issuer.ts'

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>

/** How far a person has come. Kept in the interaction, so that a reload shows the same page. */
export interface Progress {
  /** What was typed as the name. */
  name?: string
  /** The user who has proven who they are. */
  accountId?: string
  /** The answer to "Stay signed in?". */
  stay?: boolean
  /** The session's account was chosen; no password is asked for. */
  fromSession?: boolean
  /** "Use another account" was chosen. */
  another?: boolean
  /** What was wrong with the last entry. Its text is shown once, and not again after Back or a reload. */
  refused?: { field: 'name' | 'password'; text?: string }
}

/** One look at the sign-in pages: who asks for what, and how far it has come. */
export interface Visit {
  exchange: Exchange
  issuer: Issuer
  interaction: Interaction
  progress: Progress
  application: Application
  /** The directory the application is registered in. */
  home: Directory
  /** The account of the session, if someone is signed in. */
  session?: { directory: Directory; user: User }
}

const isProgress = (value: unknown): value is Progress => typeof value === 'object' && value !== null

/** Where the person starts: a login hint fills in the name; a consent alone needs no name. */
function firstProgress(interaction: Interaction): Progress {
  const { login_hint: hint } = interaction.params
  if (interaction.prompt.name === 'consent' && interaction.session?.accountId)
    return { accountId: interaction.session.accountId, fromSession: true }
  return typeof hint === 'string' ? { name: hint } : {}
}

export async function loadVisit(exchange: Exchange, issuer: Issuer): Promise<Visit | undefined> {
  const interaction = await issuer.provider.interactionDetails(exchange.req, exchange.res)
  const appId = String(interaction.params.client_id)
  const registration = await issuer.load(appId)
  if (!registration) return undefined
  const { application, home } = registration
  const accountId = interaction.session?.accountId
  const session = accountId ? await issuer.loadAccount(accountId) : undefined
  const saved = interaction.result?.progress
  const arrived = await issuer.state.tickets.spend(interaction.params.ticket)
  const progress = isProgress(saved)
    ? saved
    : arrived
      ? { accountId: arrived, stay: true }
      : firstProgress(interaction)
  return { exchange, issuer, interaction, application, home, session, progress }
}

export async function saveProgress({ interaction }: Visit, progress: Progress) {
  interaction.result = { progress }
  await interaction.save(interaction.exp - Math.floor(Date.now() / 1000))
}
