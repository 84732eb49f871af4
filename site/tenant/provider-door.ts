/**
 * The way to an identity provider that keeps a directory for each sandbox. It is passed in; the tenant itself trusts
 * whatever its settings say, and knows no provider.
 */
export interface ProviderDoor {
  /** Makes the directory of a sandbox, or makes it again: the person is a user there, and 1Secure is registered. */
  open(sandbox: { id: string; clockOffset: number }, wanted: WantedDirectory): Promise<ProviderAccess>
  /** Whether the directory of a sandbox exists: it is gone when the provider was restarted and keeps nothing. */
  isOpen(sandbox: string): Promise<boolean>
  /** The sandbox's clock was moved; `offset` is how far it is ahead, in ms. */
  setClock(sandbox: string, offset: number): Promise<void>
  /** The application that was registered last in the sandbox's Entra tenant. */
  registered(sandbox: string): Promise<Registered | undefined>
  /**
   * Lets everything of the directory misbehave from now on; undefined: no longer.
   * @throws {Error} with a sentence for the caller when there is no such misbehaviour or no directory
   */
  misbehave(sandbox: string, misbehaviour: string | undefined): Promise<void>
  /** Resolves when the sandboxes' streams have all that happened at the provider. */
  settled(): Promise<void>
  close(sandbox: string): Promise<void>
}

/** What a person who registered an application remembers or has written down. */
export interface Registered {
  clientId: string
  clientSecret?: string | undefined
}

export interface WantedDirectory {
  /** What must be true at the provider: of log-in-sso's `signed-out`, `signed-in`, `consent-missing`, `not-added`. */
  given: string
  /** Addresses of the people who have an account there; the first is the one who logs in. */
  people: string[]
  /** Has an account there too, but not at the tenant. */
  stranger: string
  /** Where the tenant wants people to be sent back to. */
  redirectUri: string
  backChannelLogoutUri: string
  postLogoutRedirectUri: string
}

/** What the site or the harness has to know of a sandbox's directory. Test data, passwords included. */
export interface ProviderAccess {
  /** Of everyone in the directory. */
  password: string
  /** The person who logs in by SSO. */
  user: string
  /** Has an account there and may be added to the tenant. */
  colleague: string
  /** Has an account there, but was not added to the tenant. */
  stranger: string
  /** Letter by letter what must be registered for the tenant. */
  redirectUri: string
  /** Of the application 1Secure, at the Entra tenant and at the OpenID provider alike. */
  clientId: string
  clientSecret: string
  /** The Entra tenant. */
  entra: { tenantId: string; issuer: string; adminCenter: string; signOut: string; administrator: string }
  /** The OpenID provider: discovery documents. */
  oidc: {
    discoveryUrl: string
    /** The document there names another issuer. */
    otherIssuerUrl: string
    /** An address without a server. */
    deadUrl: string
    /** The same provider with a misbehaviour; `{id}` is replaced by the misbehaviour. */
    misbehavingUrl: string
  }
  /** Signs the user in at the Entra tenant, with this browser, once: what is given in `signed-in`. */
  signInUrl: string
}
