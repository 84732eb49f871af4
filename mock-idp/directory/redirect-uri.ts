import { redirectUrisOf } from './lookup.ts'
import type { Application, Platform } from './types.ts'

const maxLength = 256
const maxCount = 256
const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Why a redirect URI may not be registered, in one sentence; undefined when it may. Source: FACTS, Microsoft Entra. */
export function redirectUriProblem(uri: string, others: readonly string[] = []): string | undefined {
  if (uri.length > maxLength)
    return `A redirect URI has at most ${maxLength} characters; this one has ${uri.length}.`
  if (others.length >= maxCount) return `An application has at most ${maxCount} redirect URIs.`
  if (!URL.canParse(uri)) return `"${uri}" is not an absolute address.`
  const { protocol, hostname, hash } = new URL(uri)
  if (hash) return 'A redirect URI has no fragment (#…).'
  if (protocol === 'http:' && !loopback.has(hostname))
    return 'A redirect URI starts with https, or http for localhost.'
  if (protocol !== 'https:' && protocol !== 'http:') return 'A redirect URI starts with https.'
  if (others.includes(uri)) return 'This redirect URI is already registered.'
  return undefined
}

/** For localhost the port is not compared (RFC 8252 section 7.3; Entra's rule too); everything else is, character by character. */
function comparable(uri: string): string {
  if (!URL.canParse(uri)) return uri
  const { hostname, port } = new URL(uri)
  return loopback.has(hostname) && port ? uri.replace(`:${port}`, '') : uri
}

const isSame = (one: string, other: string) => comparable(one) === comparable(other)

/** The platform under which a redirect URI is registered: path case-sensitive; one that has the port too comes first. */
export function registeredPlatform(application: Application, uri: string): Platform | undefined {
  const registered = redirectUrisOf(application)
  const exact = registered.find((each) => each.uri === uri)
  return (exact ?? registered.find((each) => isSame(each.uri, uri)))?.platform
}

/** Whether a browser may go on to an address after a sign-out: the addresses for that, matched like redirect URIs. */
export const isPostLogoutUri = ({ postLogoutRedirectUris }: Application, uri: string): boolean =>
  postLogoutRedirectUris.some((registered) => isSame(registered, uri))
