/**
 * What happens in a sandbox, as one stream. Nothing secret is in it: no passwords, codes, tokens or keys.
 * Plain types, so that the page may read them.
 */

/**
 * What a person did at the provider. Refusals come back with the answer, so the tenant tells them; the others are seen there
 * only, and are told by whoever runs the provider.
 */
type ProviderDeed =
  | 'provider.right'
  | 'provider.wrong-password'
  | 'provider.unknown-user'
  | 'provider.cancelled'
  | 'consent.accept'
  | 'consent.decline'

/** What a person did in the provider's admin center, seen there only. */
type AdminCenterDeed =
  | 'sign-in'
  | 'open-app-registrations'
  | 'new-registration'
  | 'name'
  | 'account-types.this-directory'
  | 'platform.web'
  | 'redirect.documented'
  | 'redirect.other'
  | 'redirect.http'
  | 'register'
  | 'open-secrets'
  | 'new-secret'
  | 'add-secret'
  | 'leave-secrets'
  | 'correct-redirect'

/** What a person did, named as on the page that describes it: `<what>.<which>`. */
export type Deed =
  | 'open-activation.button'
  | 'open-activation.link'
  | 'request-new-link'
  | 'new-password.strong'
  | 'new-password.weak'
  | 're-enter.same'
  | 're-enter.different'
  | 'reset-password'
  | 'go-to-log-in'
  | 'two-days-pass'
  | 'open-tenant-link'
  | 'open-login-page'
  | 'log-in'
  | 'open-dashboard'
  | 'email.registered'
  | 'email.unknown'
  | 'email.empty'
  | 'edit-email'
  | 'password.right'
  | 'password.wrong'
  | 'password.empty'
  | 'password.wrong-ten-times'
  | 'forgot-password'
  | 'reset-email.registered'
  | 'reset-email.unknown'
  | 'resend-email'
  | 'open-reset-link'
  | 'open-older-link'
  | 'open-used-link'
  | 'password.new'
  | 'password.old'
  | 'confirm-identity'
  | 'add-method'
  | 'remove-method'
  | 'change-password'
  | 'end-other-sessions'
  | 'choose.authenticator-app'
  | 'choose.security-key'
  | 'go-back'
  | 'try-another-method'
  | 'trouble-scanning'
  | 'code.right'
  | 'code.wrong'
  | 'code.empty'
  | 'code.used'
  | 'code.wrong-ten-times'
  | 'key.touched'
  | 'key.cancelled'
  | 'name-key'
  | 'log-out'
  | 'open-configuration'
  | 'open-users'
  | 'open-my-organization'
  | 'edit-settings'
  | 'choose.1secure'
  | 'choose.entra-id'
  | 'choose.openid-connect'
  | 'client-id.right'
  | 'client-id.malformed'
  | 'discovery-url.right'
  | 'discovery-url.malformed'
  | 'discovery-url.dead'
  | 'discovery-url.other-issuer'
  | 'save'
  | 'cancel'
  | 'open-access'
  | AdminCenterDeed
  | ProviderDeed
  | 'add-users'
  | 'address.new'
  | 'address.malformed'
  | 'address.known'
  | 'role.administrator'
  | 'role.editor'
  | 'role.viewer'
  | 'add'
  | 'resend-invite'
  | 'invited-activates'

/**
 * - `did`: a person did something, and was shown `screen` (an id of the screens; null where nothing was shown, as when
 *   the clock moves). What is typed is known only when the form arrives: a form with several fields yields one `did` per
 *   field and one for its button, after whatever happened while it was being filled in, such as `two-days-pass`.
 * - `request`: what went over the wire, to the tenant or to the provider beside it (`by`: who asked the provider); tokens in the
 *   path are shortened.
 * - `token`: the provider issued a token (`use`: `idtoken`, `logout`, `userinfo`); its header and claims, decoded.
 * - `refused`: the provider said no to an application, with its code: `AADSTS50011`, `invalid_client` …
 * - `mail`: a mail arrived; `id` is its number in the mailbox.
 * - `clock`: the sandbox's clock was moved to `now`, in ms since 1970.
 */
export type TenantEvent =
  | { kind: 'did'; event: Deed; screen: string | null }
  | {
      kind: 'request'
      at?: 'provider'
      by?: 'browser' | 'tenant'
      method: string
      path: string
      status: number
      location?: string
    }
  | { kind: 'token'; use: string; header: Record<string, unknown>; claims: Record<string, unknown> }
  | { kind: 'refused'; code: string; reason: string }
  | { kind: 'mail'; id: number; to: string; subject: string }
  | { kind: 'clock'; now: number }

/** An event with its number in its sandbox, counting from 1 without a gap. */
export type NumberedEvent = TenantEvent & { n: number }
