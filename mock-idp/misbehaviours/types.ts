import type { JWK } from 'jose'

/** How a token is signed in the end. */
export type Signature =
  /** With the issuer's key, as it should be. */
  | 'own'
  /** With the issuer's key, then changed. */
  | 'corrupt'
  /** Not signed: an empty third part. */
  | 'none'
  /** With a key that is not published. */
  | 'foreign-key'
  /** With a key that is not published, and that the header brings along. */
  | 'key-in-header'
  /** HMAC, keyed with the client's secret. */
  | 'client-secret'
  /** HMAC, keyed with the issuer's public key as PEM. */
  | 'public-key'

/** A token just before it is signed. */
export interface TokenDraft {
  header: { alg: string; kid?: string | undefined; typ?: string; jwk?: JWK; x5c?: string[] | undefined }
  claims: Record<string, unknown>
  signature: Signature
}

/** What a misbehaviour may know about the moment. */
export interface Scene {
  issuer: string
  clientId: string
  /** Simulated time in seconds. */
  now: number
  /** Whether the token answers a refresh. */
  refreshing: boolean
  rotateKeys(): Promise<void>
}

/** An answer that is given in place of the real one. */
export interface BrokenAnswer {
  status: number
  headers: Record<string, string>
  body: string
  /** Close the connection after the body's first half. */
  cut?: boolean
}

export type Endpoint = 'discovery' | 'keys' | 'authorize' | 'token' | 'userinfo' | 'logout'
type Params = Record<string, string>
type Json = Record<string, unknown>

/** The conformance profile that a test module of the OpenID Foundation belongs to, or ours. */
type Group = 'basic' | 'config' | 'code flow' | 'refresh' | 'logout' | 'beyond the suite'

/**
 * One way of doing it wrong (or unusually). The hooks are called where the provider would have done it right; each gets
 * what would have gone out and answers what goes out instead.
 */
export interface Misbehaviour {
  /** The file's name: that of the OpenID Foundation's relying-party test module without its prefix, where there is one. */
  id: string
  group: Group
  /** The clause that is broken, or that the client has to follow here. */
  clause: string
  /** What goes wrong on the wire, in one sentence. */
  breaks: string
  /** What a good client does about it, in one sentence. */
  goodClient: string
  /** Whether a good client completes what it began all the same. */
  expect: 'accept' | 'reject'
  /** Seen at a refresh, at a logout or by an API only; the login itself goes well. */
  seenAt?: 'refresh' | 'logout' | 'api'

  discovery?(metadata: Json, scene: Scene): Json
  keys?(keys: JWK[]): JWK[]
  beforeToken?(scene: Scene): Promise<void>
  afterToken?(scene: Scene): Promise<void>
  idToken?(draft: TokenDraft, scene: Scene): TokenDraft
  /** Of access tokens that are JWTs. */
  accessToken?(draft: TokenDraft, scene: Scene): TokenDraft
  logoutToken?(draft: TokenDraft, scene: Scene): TokenDraft
  authorizeResponse?(params: Params, scene: Scene): Params
  userinfo?(claims: Json, scene: Scene): Json
  postLogout?(params: Params): Params
  /** Answers every authorization request with this error, without a sign-in page. */
  authorizeError?: { error: string; description: string }
  /** Forces the response mode. */
  responseMode?: 'form_post'
  /** Takes a code with a wrong code_verifier, or without one. */
  skipsPkce?: true
  /** Gives clients a `session_state` that the page at `check_session_iframe` compares. */
  managesSession?: true
  /** Milliseconds that an endpoint takes its time before it answers as it should. */
  delayMs?: Partial<Record<Endpoint, number>>
  /** Answers in place of an endpoint, or leaves it to it. */
  answer?(endpoint: Endpoint, request: { authorization?: string; url: string }): BrokenAnswer | undefined
}

const suitePrefix = 'oidcc-client-test'

/** The name of the OpenID Foundation's test module; undefined for those that go beyond its suite. */
export const moduleOf = ({ id, group }: Misbehaviour): string | undefined =>
  group === 'beyond the suite' ? undefined : id === 'test' ? suitePrefix : `${suitePrefix}-${id}`
