import { platforms } from '../directory/types.ts'
import type { AdminContext } from './context.ts'
import { type GraphAnswer, graphCall } from './graph-call.ts'
import type { ShownApplication } from './pages/applications.ts'

const dayMs = 24 * 60 * 60 * 1000
const filled = (values: string[]) => values.map((value) => value.trim()).filter(Boolean)

/** "Register": a new application, with its redirect URI when one was given. */
export async function register(
  context: AdminContext,
  form: URLSearchParams,
): Promise<GraphAnswer<ShownApplication>> {
  const platform = platforms.find((each) => each === form.get('platform'))
  const redirectUris = filled([form.get('redirectUri') ?? ''])
  const displayName = form.get('name')?.trim() ?? ''
  if (displayName === '') return { ok: false, message: 'Enter a name for the application.' }
  if (!platform && redirectUris.length > 0)
    return { ok: false, message: 'Select the platform that the redirect URI is for.' }
  return graphCall<ShownApplication>(context, 'POST', '/applications', {
    displayName,
    signInAudience: form.get('audience') ?? 'AzureADMyOrg',
    ...(platform && { [platform]: { redirectUris } }),
  })
}

/** "New client secret": answers the value, this once. */
export function addSecret(context: AdminContext, id: string, form: URLSearchParams) {
  const days = Number(form.get('days') ?? 180)
  const endDateTime = new Date(
    context.issuer.clock() + (Number.isFinite(days) ? days : 0) * dayMs,
  ).toISOString()
  return graphCall<{ keyId: string; secretText: string }>(
    context,
    'POST',
    `/applications/${id}/addPassword`,
    {
      passwordCredential: { displayName: form.get('description') ?? '', endDateTime },
    },
  )
}

export const removeSecret = (context: AdminContext, id: string, form: URLSearchParams) =>
  graphCall(context, 'POST', `/applications/${id}/removePassword`, { keyId: form.get('keyId') ?? '' })

/** "Save" on the authentication page. */
export const saveAuthentication = (context: AdminContext, id: string, form: URLSearchParams) =>
  graphCall(context, 'PATCH', `/applications/${id}`, {
    signInAudience: form.get('audience') ?? undefined,
    web: {
      redirectUris: filled(form.getAll('web')),
      logoutUrl: form.get('logoutUrl')?.trim() || null,
      implicitGrantSettings: { enableIdTokenIssuance: form.get('idTokens') === 'yes' },
    },
    spa: { redirectUris: filled(form.getAll('spa')) },
    publicClient: { redirectUris: filled(form.getAll('publicClient')) },
  })

export const addUser = (context: AdminContext, form: URLSearchParams) =>
  graphCall(context, 'POST', '/users', {
    userPrincipalName: form.get('userPrincipalName')?.trim() ?? '',
    displayName: form.get('displayName') ?? '',
    mail: form.get('userPrincipalName')?.trim() ?? '',
    passwordProfile: { password: form.get('password') ?? '' },
  })
