const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
const MOST = 255

export type SsoMethod = 'entra-id' | 'openid-connect'

/**
 * Configure-sso-entra.5 and configure-sso-oidc.5: an application registered in Entra has a GUID as its client ID, any other
 * provider gives what it likes. Answers the ID, or what is wrong with it.
 */
export function readClientId(typed: string, method: SsoMethod): { clientId: string } | { wrong: string } {
  const clientId = typed.trim()
  if (clientId === '') return { wrong: 'Enter the Client ID' }
  if (clientId.length > MOST) return { wrong: `A Client ID has at most ${MOST} characters` }
  return method === 'openid-connect' || GUID.test(clientId)
    ? { clientId }
    : { wrong: 'A Client ID of Entra is a GUID, such as 3f2504e0-4f89-41d3-9a0c-0305e82c3301' }
}
