import { type Known, type Values, withTag } from '../model/values.ts'

/** The documented redirect address; a tenant elsewhere has its own, which counts as documented there. */
export const documentedRedirect = 'https://auth.netwrix.com/login/callback'

/** Characters that a password needs at least. */
const SHORTEST = 12

const guid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i
const email = /^\S+@\S+\.\S+$/
/** Several are separated by commas, semicolons or spaces. */
const addressesIn = (typed: string) => typed.split(/[\s,;]+/).filter(Boolean)
const isUrl = (typed: string) => /^https?:/.test(typed.trim()) && URL.canParse(typed.trim())
const something = (typed: string) => typed.trim() !== ''
const noted = (name: string) => ({ make: (known: Known) => known.note(name) })
const wrongPassword = 'certainly not the password'

const isRedirect = (typed: string, known: Known) =>
  [documentedRedirect, known.note('redirectUri')].includes(typed.trim())

const isWrongDiscovery = (typed: string, known: Known) =>
  [known.note('otherIssuerUrl'), known.note('deadUrl')].includes(typed.trim())

const originOf = (url: string) => new URL(url).origin
const bare = (url: string) => url.trim().replace(/\/?(\.well-known\/openid-configuration)?$/, '')

/** Of another provider nobody knows before it is asked; at the known one, any other address may have no document, or another. */
const isRightDiscovery = (typed: string, known: Known) => {
  if (!isUrl(typed) || isWrongDiscovery(typed, known)) return false
  const right = known.note('discoveryUrl')
  return bare(typed) === bare(right) || !URL.canParse(right) || originOf(typed.trim()) !== originOf(right)
}

/** The values of this pack’s symbols, beyond those of every pack. Notes come from the deployment. */
export const values: Values = {
  'new-password': {
    strong: { make: ({ passwords }) => passwords.strong, accepts: (typed) => typed.length >= SHORTEST },
    weak: {
      make: ({ passwords }) => passwords.weak,
      accepts: (typed) => typed !== '' && typed.length < SHORTEST,
    },
  },
  'client-id': {
    registered: { ...noted('clientId'), accepts: (typed) => guid.test(typed.trim()) },
    malformed: {
      make: () => 'neither-an-address-nor-an-id',
      accepts: (typed) => something(typed) && !guid.test(typed.trim()),
    },
  },
  'client-secret': { registered: noted('clientSecret') },
  'tenant-id': { registered: noted('tenantId') },
  'discovery-url': {
    right: { ...noted('discoveryUrl'), accepts: isRightDiscovery },
    'other-issuer': noted('otherIssuerUrl'),
    dead: noted('deadUrl'),
    malformed: { make: () => 'no address at all', accepts: (typed) => something(typed) && !isUrl(typed) },
  },
  'redirect-uri': {
    documented: { ...noted('redirectUri'), accepts: isRedirect },
    http: {
      make: () => 'http://somewhere-else.example.com/callback',
      accepts: (typed, known) => typed.startsWith('http:') && !isRedirect(typed, known),
    },
    other: {
      make: () => 'https://somewhere-else.example.com/callback',
      accepts: (typed, known) => something(typed) && !typed.startsWith('http:') && !isRedirect(typed, known),
    },
  },
  'email-addresses': {
    known: { make: (known) => known.email },
    new: {
      ...noted('colleague'),
      accepts: (typed, known) => {
        const all = addressesIn(typed)
        return all.length > 0 && all.every((one) => email.test(one) && one !== known.email)
      },
    },
    malformed: {
      make: () => 'neither-an-address-nor-an-id',
      accepts: (typed) => addressesIn(typed).some((one) => !email.test(one)),
    },
  },
  'provider-account': {
    registered: noted('providerUser'),
    unknown: {
      make: (known) => withTag(known.note('providerUser'), 'nobody'),
      accepts: (typed, known) => something(typed) && typed !== known.note('providerUser'),
    },
  },
  'provider-password': {
    right: noted('providerPassword'),
    wrong: {
      make: () => wrongPassword,
      accepts: (typed, known) => typed !== '' && typed !== known.note('providerPassword'),
    },
  },
  'administrator-account': { registered: noted('administrator') },
  'administrator-password': { right: noted('administratorPassword') },
}
