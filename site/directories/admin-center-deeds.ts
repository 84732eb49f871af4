import { adminCenterId, type IdpEvent } from '../../mock-idp/index.ts'
import type { Deed, TenantEvent } from '../tenant/events.ts'

type Exchange = Extract<IdpEvent, { type: 'request' }>

const did = (event: Deed, screen: string): TenantEvent => ({ kind: 'did', event, screen })

/** The page of an application that a path leads to: `''` is its overview. */
const pageOf = /\/admin\/applications\/(?!new\b)[^/?]+(?:\/(?<page>[^?]*))?/

/**
 * What somebody does in the admin center, told from the pages that are asked for. A page that a form leads to is no deed of its
 * own, so it remembers the page before.
 */
export class AdminCenterDeeds {
  readonly #redirectUri: string
  readonly #isRegistered: () => boolean
  #before = ''

  /**
   * @param redirectUri the address that the documentation wants registered
   * @param isRegistered whether it is, for an application of the directory
   */
  constructor(redirectUri: string, isRegistered: () => boolean) {
    this.#redirectUri = redirectUri
    this.#isRegistered = isRegistered
  }

  /** Whether an application is the admin center itself. */
  isFor(application: string | undefined): boolean {
    return application === adminCenterId
  }

  of({ method, path, status, form = {} }: Exchange): TenantEvent[] {
    if (!path.includes('/admin') || status >= 500) return []
    const before = this.#before
    this.#before = `${method} ${path}`
    if (method === 'POST') return this.#sent(path, status, form)
    if (status !== 200) return []
    if (path.endsWith('/admin/applications')) return [did('open-app-registrations', 'app-registrations')]
    if (path.endsWith('/admin/applications/new')) return [did('new-registration', 'register-an-application')]
    const application = pageOf.exec(path)
    if (!application || before.startsWith('POST')) return []
    switch (application.groups?.page ?? '') {
      case '':
        return before.includes('/secrets') ? [did('leave-secrets', 'app-overview')] : []
      case 'secrets':
        return before.endsWith('/secrets/new') ? [] : [did('open-secrets', 'certificates-and-secrets')]
      case 'secrets/new':
        return [did('new-secret', 'add-a-client-secret')]
      default:
        return []
    }
  }

  #sent(path: string, status: number, form: Record<string, string>): TenantEvent[] {
    const through = status < 400
    if (path.endsWith('/admin/applications/new')) {
      const here = 'register-an-application'
      const fields = this.#filled(form).map((deed) => did(deed, here))
      return [...fields, did('register', through ? 'app-overview' : here)]
    }
    if (path.endsWith('/authentication'))
      return through && this.#isRegistered() ? [did('correct-redirect', 'authentication')] : []
    if (!path.endsWith('/secrets/new')) return []
    return through ? [did('add-secret', 'certificates-and-secrets')] : []
  }

  #filled({ name = '', audience, platform, redirectUri = '' }: Record<string, string>): Deed[] {
    const uri = redirectUri.trim()
    const redirect = uri === this.#redirectUri ? 'documented' : uri.startsWith('http:') ? 'http' : 'other'
    return [
      ...(name.trim() ? ['name' as const] : []),
      ...(name.trim() && audience === 'AzureADMyOrg' ? ['account-types.this-directory' as const] : []),
      ...(platform === 'web' ? ['platform.web' as const] : []),
      ...(uri ? [`redirect.${redirect}` as const] : []),
    ]
  }
}
