import type { Configuration, KoaContextWithOIDC } from 'oidc-provider'
import { setHtml } from '../http/respond.ts'
import { confirmDevicePage, deviceCodeField, deviceDonePage, enterCodePage } from '../sign-in/pages/device.ts'
import type { BareIssuer } from './issuer.ts'

/** What the library's errors on the page for the code are called, and what a person reads. */
const problems: Record<string, string> = {
  NotFoundError: "That code didn't work. Check the code and try again.",
  ExpiredError: 'That code has expired. Start again on your device.',
  AlreadyUsedError: 'That code was used already. Start again on your device.',
  AbortedError: 'You cancelled the sign-in. Nothing happened on your device.',
}

const unknownProblem = 'The sign-in did not succeed. Start again on your device.'

interface Refused {
  name: string
  userCode?: string
  /** Why the sign-in was refused after the code. */
  cause?: { error_description?: string }
}

const sentenceFor = ({ name, cause }: Refused): string =>
  cause?.error_description ?? problems[name] ?? unknownProblem

/**
 * Sign-in on another device (RFC 8628): pages for the code, of our own look. A tenant's codes have nine characters without a
 * dash, as at Entra.
 */
export function deviceFlow({
  authority,
  directoryOf,
}: BareIssuer): NonNullable<NonNullable<Configuration['features']>['deviceFlow']> {
  const name = ({ oidc }: KoaContextWithOIDC) =>
    (authority.directory ?? directoryOf(oidc.session?.accountId))?.displayName ?? 'your organization'
  const form = (ctx: KoaContextWithOIDC) => ({
    action: ctx.oidc.urlFor('code_verification'),
    xsrf: String((ctx.oidc.session?.state as { secret?: string } | undefined)?.secret ?? ''),
  })
  return {
    enabled: true,
    mask: authority.kind === 'entra' ? '*********' : '****-****',
    userCodeInputSource(ctx, _form, _out, error) {
      const refused = error as unknown as Refused | undefined
      const shown = refused ? { code: refused.userCode, refused: sentenceFor(refused) } : undefined
      // An empty form is no mistake yet.
      const isEmpty = refused?.name === 'NoCodeError'
      const given = ctx.query[deviceCodeField]
      const filled = typeof given === 'string' ? { code: given } : {}
      setHtml(ctx, 200, enterCodePage(name(ctx), form(ctx), isEmpty ? {} : (shown ?? filled)))
    },
    userCodeConfirmSource: (ctx, _form, client, _device, code) =>
      setHtml(
        ctx,
        200,
        confirmDevicePage(name(ctx), form(ctx), { application: client.clientName ?? client.clientId, code }),
      ),
    successSource: (ctx) =>
      setHtml(
        ctx,
        200,
        deviceDonePage(name(ctx), ctx.oidc.client?.clientName ?? ctx.oidc.client?.clientId ?? ''),
      ),
  }
}
