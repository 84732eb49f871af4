import { interactionPolicy, type KoaContextWithOIDC, type interactionPolicy as Policy } from 'oidc-provider'
import { findUser } from '../directory/lookup.ts'
import type { BareIssuer } from './issuer.ts'

/** What the client receives under `prompt=none`. */
const hintedUserMissing = 'the user that login_hint names is not signed in'

/**
 * Whether `login_hint` names someone other than the signed-in user. Not after a person has answered on a page, and not
 * when they are asked to pick an account: the hint is only a guess.
 */
export async function hintNamesAnother(issuer: BareIssuer, { oidc }: KoaContextWithOIDC): Promise<boolean> {
  const hint = oidc.params?.login_hint
  const accountId = oidc.session?.accountId
  if (typeof hint !== 'string' || accountId === undefined) return false
  if (oidc.result || oidc.prompts.has('select_account')) return false
  const account = await issuer.loadAccount(accountId)
  return account !== undefined && findUser(account.directory, hint)?.id !== account.user.id
}

/** Sign in, pick an account, consent: in that order, each may be asked for by `prompt`. */
export function promptPolicy(issuer: BareIssuer): Policy.DefaultPolicy {
  const { base, Check, Prompt } = interactionPolicy
  const policy = base()
  const check = (ctx: KoaContextWithOIDC) => hintNamesAnother(issuer, ctx)
  policy.get('login')?.checks.add(new Check('login_hint', hintedUserMissing, 'login_required', check))
  policy.add(new Prompt({ name: 'select_account', requestable: true }), 1)
  policy.get('consent')?.checks.remove('native_client_prompt')
  return policy
}
