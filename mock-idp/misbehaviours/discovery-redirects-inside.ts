import { inside } from './inside.ts'
import type { Misbehaviour } from './types.ts'

const id = 'discovery-redirects-inside'

export const discoveryRedirectsInside: Misbehaviour = {
  id,
  group: 'beyond the suite',
  clause: 'OWASP ASVS 5.0 1.3.6',
  breaks: 'The address of the discovery document redirects into the client’s own network.',
  goodClient: 'Checks a redirect as strictly as an address that a person typed, or follows none.',
  expect: 'reject',
  answer: (endpoint, { url }) =>
    endpoint === 'discovery' ? { status: 302, headers: { location: inside(url, id) }, body: '' } : undefined,
}
