import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { JwtVerifier } from 'aws-jwt-verify'
import express, { type ErrorRequestHandler, type RequestHandler } from 'express'
import { expressjwt } from 'express-jwt'
import { auth } from 'express-oauth2-jwt-bearer'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import { listen } from '../../http/listen.ts'
import { type ClientOutcome, type Runner, reasonOf, type Target } from './outcome.ts'

const jwksRsa: typeof import('jwks-rsa') = createRequire(import.meta.url)('jwks-rsa')

/** What an API knows about the tokens that it takes. */
interface Trust {
  issuer: string
  audience: string
  jwksUri: string
}

/** Looks at an access token; throws if it is none for this API. */
type Verify = (token: string, trust: Trust) => Promise<unknown>

/** A middleware of Express, in an application that answers one request with the token. */
async function byMiddleware(middleware: RequestHandler, token: string): Promise<void> {
  const application = express()
  let refused: unknown
  application.use(middleware)
  application.use((_req, res) => void res.end())
  application.use(((error, _req, res, _next) => {
    refused = error
    res.status(401).end()
  }) satisfies ErrorRequestHandler)
  const server = createServer(application)
  const url = `http://localhost:${await listen(server)}/`
  const { status } = await fetch(url, { headers: { authorization: `Bearer ${token}` } })
  server.close()
  if (status !== 200) throw refused
}

const verifyByJose: Verify = (token, { issuer, audience, jwksUri }) =>
  jwtVerify(token, createRemoteJWKSet(new URL(jwksUri)), { issuer, audience })

const verifyByAwsJwtVerify: Verify = (token, trust) => JwtVerifier.create(trust).verify(token)

const verifyByExpressJwt: Verify = (token, { issuer, audience, jwksUri }) =>
  byMiddleware(
    expressjwt({
      secret: jwksRsa.expressJwtSecret({ jwksUri }),
      issuer,
      audience,
      algorithms: ['RS256'],
    }),
    token,
  )

const verifyByExpressOauth2: Verify = (token, { issuer, audience }) =>
  byMiddleware(auth({ issuerBaseURL: issuer, audience }), token)

/** The access token of an application that acts on its own, for itself as the API. */
async function tokenFor({
  issuer,
  clientId,
  clientSecret,
}: Target): Promise<{ token: string; trust: Trust }> {
  const metadata = await (await fetch(`${issuer}/.well-known/openid-configuration`)).json()
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    scope: `${clientId}/.default`,
  })
  const { access_token } = await (await fetch(metadata.token_endpoint, { method: 'POST', body })).json()
  return { token: access_token, trust: { issuer, audience: clientId, jwksUri: metadata.jwks_uri } }
}

const runnerOf =
  (verify: Verify): Runner =>
  async (target): Promise<ClientOutcome> => {
    const { token, trust } = await tokenFor(target)
    return verify(token, trust).then(
      () => ({ accepted: true, claims: {} }),
      (error) => ({ accepted: false, step: 'api', reason: reasonOf(error) }),
    )
  }

/** How APIs look at access tokens that are JWTs. */
export const joseApi: Runner = runnerOf(verifyByJose)
export const awsJwtVerify: Runner = runnerOf(verifyByAwsJwtVerify)
export const expressJwt: Runner = runnerOf(verifyByExpressJwt)
export const expressOauth2JwtBearer: Runner = runnerOf(verifyByExpressOauth2)
