import { createHash, X509Certificate } from 'node:crypto'
import { decodeProtectedHeader, errors, jwtVerify } from 'jose'
import type { Application } from '../directory/types.ts'
import type { Issuer } from '../provider/issuer.ts'
import { endpointsOf } from '../provider/routes.ts'
import type { Refusal } from './refusal.ts'

/** RFC 7523 section 2.2. */
const bearerAssertion = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

const refused = (code: number, message: string): Refusal => ({ code, error: 'invalid_client', message })

const thumbprint = (certificate: X509Certificate, alg: 'sha1' | 'sha256') =>
  createHash(alg).update(certificate.raw).digest('base64url')

/** The registered certificate that the header of an assertion names. */
function certificateOf({ certificates = [] }: Application, assertion: string): X509Certificate | undefined {
  const header = decodeProtectedHeader(assertion)
  const names = [header.x5t, header['x5t#S256'], header.kid].map((name) => String(name).toLowerCase())
  return certificates
    .map((pem) => new X509Certificate(pem))
    .find((each) =>
      [
        thumbprint(each, 'sha1'),
        thumbprint(each, 'sha256'),
        createHash('sha1').update(each.raw).digest('hex'),
      ].some((own) => names.includes(own.toLowerCase())),
    )
}

/**
 * Judges the assertion by which an application proves itself with its certificate
 * (learn.microsoft.com/entra/identity-platform/certificate-credentials). The numbers are those of Microsoft's reference of error codes.
 */
export async function judgeAssertion(
  issuer: Issuer,
  application: Application,
  params: URLSearchParams,
): Promise<Refusal | undefined> {
  const assertion = params.get('client_assertion') ?? ''
  const { base, mount, issuer: name } = issuer.authority
  const audience = [base + mount + endpointsOf('entra').token, `${base}${mount}/oauth2/token`, name]
  try {
    if (params.get('client_assertion_type') !== bearerAssertion)
      return refused(50027, `The 'client_assertion_type' is not ${bearerAssertion}.`)
    const certificate = certificateOf(application, assertion)
    if (!certificate)
      return refused(
        700027,
        `Client assertion failed signature validation: the application '${application.appId}' has no certificate with the thumbprint in the assertion's header.`,
      )
    const { payload } = await jwtVerify(assertion, certificate.publicKey, {
      audience,
      currentDate: new Date(issuer.clock()),
      clockTolerance: 300,
      algorithms: ['RS256', 'PS256'],
      requiredClaims: ['exp'],
    })
    return payload.iss === application.appId && payload.sub === application.appId
      ? undefined
      : refused(50048, 'Subject and issuer of the client assertion are to be the client ID.')
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed)
      return refused(700027, 'Client assertion failed signature validation.')
    return refused(
      50027,
      `The client assertion is no valid JWT: ${error instanceof errors.JOSEError ? error.message : 'it can not be read'}. Its audience is ${audience[0]}.`,
    )
  }
}
