import { randomBytes } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api'
import { getMigrations } from 'better-auth/db/migration'
import { genericOAuth, twoFactor } from 'better-auth/plugins'
import type { StartedProvider } from '../profile/functions.ts'

/** Of the provider, in addresses. */
export const PROVIDER = 'company'

export interface AuthOptions {
  /** Where the app is. */
  url: string
  /** The provider that people may also log in with. */
  provider?: StartedProvider | undefined
  /** Mails the link behind which a password is chosen. */
  sendLink(user: { email: string; emailVerified: boolean }, link: string): Promise<void>
}

/** What a session was opened by, by the endpoint that opened it. */
const proofs: Record<string, string> = {
  '/sign-in/email': 'password',
  '/two-factor/verify-totp': 'code',
  '/two-factor/verify-backup-code': 'spare code',
  '/passkey/verify-registration': 'key',
  '/passkey/verify-authentication': 'key',
  '/callback/:id': 'provider',
}

/** Where second factors come to an account. */
const ENROLMENT =
  /^\/(?:two-factor\/enable|passkey\/(?:generate-register-options|verify-registration|delete-passkey))$/

/**
 * The library as the app uses it, over an empty database in memory. A session that only a password opened is recognised
 * by its `proof`; until the second factor the app shows that person nothing, and a factor can be added only if the
 * account has none.
 */
export async function makeAuth({ url, provider, sendLink }: AuthOptions) {
  const database = new DatabaseSync(':memory:')
  const auth = betterAuth({
    appName: 'Beacon',
    baseURL: url,
    secret: randomBytes(32).toString('hex'),
    database,
    logger: { disabled: true },
    telemetry: { enabled: false },
    onAPIError: { errorURL: `${url}/sign-on` },
    // They count by network address; here all requests come from one.
    rateLimit: { enabled: false },
    advanced: { useSecureCookies: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      resetPasswordTokenExpiresIn: 48 * 60 * 60,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, url: link }) => sendLink(user, link),
      // The link came by mail, so the person who followed it reads that mail.
      onPasswordReset: async ({ user }) => {
        const { internalAdapter } = await auth.$context
        await internalAdapter.updateUser(user.id, { emailVerified: true })
      },
    },
    account: { accountLinking: { trustedProviders: [PROVIDER] } },
    session: { additionalFields: { proof: { type: 'string', required: false, input: false } } },
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => ({
            data: { ...session, proof: proofs[context?.path ?? ''] ?? 'password' },
          }),
        },
      },
    },
    hooks: {
      before: createAuthMiddleware(async (ctx) => {
        if (!ENROLMENT.test(ctx.path)) return
        const found = await getSessionFromCtx(ctx)
        if (found && isHalfWay(found.session) && (await hasFactor(found.user.id)))
          throw new APIError('FORBIDDEN', { code: 'SECOND_FACTOR_FIRST' })
      }),
    },
    plugins: [
      twoFactor(),
      passkey({ rpName: 'Beacon', origin: url }),
      genericOAuth({
        config: provider
          ? [
              {
                providerId: PROVIDER,
                discoveryUrl: provider.discoveryUrl,
                clientId: provider.clientId,
                clientSecret: provider.clientSecret,
                scopes: ['openid', 'profile', 'email'],
                // Only those come in who are on the list.
                disableSignUp: true,
                // Who leaves the ship has not left the company.
                disableProviderLogout: true,
              },
            ]
          : [],
      }),
    ],
  })
  const { runMigrations } = await getMigrations(auth.options)
  await runMigrations()

  const { adapter, internalAdapter } = await auth.$context
  const ofUser = (value: string) => [{ field: 'userId', value }]

  const hasKey = async (userId: string) =>
    (await adapter.findOne({ model: 'passkey', where: ofUser(userId) })) !== null
  const hasFactor = async (userId: string) =>
    (await internalAdapter
      .findUserById(userId)
      .then((user) => user && 'twoFactorEnabled' in user && user.twoFactorEnabled === true)) || hasKey(userId)

  return {
    handler: auth.handler,
    /** The person who sends these headers, and whether that is proven by more than a password. */
    async visitor(headers: Headers) {
      const found = await auth.api.getSession({ headers })
      if (!found) return undefined
      const { user, session } = found
      return { email: user.email, halfWay: isHalfWay(session), hasKey: await hasKey(user.id) }
    },
    /** Puts someone on the list: with a password, or as the provider knows them. */
    async add(email: string, { verified }: { verified: boolean }) {
      await internalAdapter.createUser(
        { email, name: email, emailVerified: verified },
        { method: 'email-password' },
      )
    },
    mailLink: (email: string) =>
      auth.api.requestPasswordReset({ body: { email, redirectTo: '/passphrase' } }),
    close: () => database.close(),
  }
}

const isHalfWay = (session: object) => 'proof' in session && session.proof === 'password'
