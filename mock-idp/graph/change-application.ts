import { redirectUriProblem } from '../directory/redirect-uri.ts'
import { type Application, platforms } from '../directory/types.ts'
import { GraphError } from './errors.ts'
import type { ApplicationInput } from './input.ts'

/** Checks all redirect URIs of a change one by one (FACTS, Microsoft Entra: https, exact, at most 256). */
function checkRedirectUris(input: ApplicationInput) {
  const seen: string[] = []
  for (const platform of platforms)
    for (const uri of input[platform]?.redirectUris ?? []) {
      const problem = redirectUriProblem(uri, seen)
      if (problem) throw new GraphError(400, 'InvalidRedirectUri', problem)
      seen.push(uri)
    }
}

/** Writes a checked change into an application. Throws GraphError. */
export function changeApplication(application: Application, input: ApplicationInput) {
  checkRedirectUris(input)
  const { displayName, signInAudience, web, spa, publicClient } = input
  if (displayName !== undefined) application.displayName = displayName
  if (signInAudience !== undefined) application.signInAudience = signInAudience
  if (spa) application.spa = spa
  if (publicClient) application.publicClient = publicClient
  if (!web) return
  application.web = {
    redirectUris: web.redirectUris ?? application.web.redirectUris,
    logoutUrl: web.logoutUrl === undefined ? application.web.logoutUrl : (web.logoutUrl ?? undefined),
    implicitGrantSettings: { ...application.web.implicitGrantSettings, ...web.implicitGrantSettings },
  }
}
