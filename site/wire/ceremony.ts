import { type Bytes, concat, fromBase64, sha256, toBase64url, utf8 } from '../../machines/devices/bytes.ts'
import type { Exchange } from '../tenant/exchange.ts'
import { readAttestation } from './attestation.ts'
import { type Json, jsonOf } from './read-exchange.ts'
import type { Check } from './token.ts'

/** One line of a ceremony: what it is called, its value, what it means, and whether it is as it must be. */
export interface Fact {
  name: string
  value: string
  means: string
  check?: Check | undefined
}

export interface Ceremony {
  is: 'registration' | 'assertion'
  clientData: Fact[]
  authenticator: Fact[]
  /** What the signature covers, and what is stored. */
  signed: Fact[]
}

const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')

const flagNames = [
  [0x01, 'UP', 'someone touched it'],
  [0x04, 'UV', 'it recognised the person'],
  [0x08, 'BE', 'the key may be copied to other devices'],
  [0x10, 'BS', 'the key is copied to other devices'],
  [0x40, 'AT', 'a new key is part of it'],
  [0x80, 'ED', 'extensions are part of it'],
] as const

const compared = (is: string, wanted: string | undefined, what: string): Check => {
  if (wanted === undefined) return { result: 'unknown', says: `The ${what} was not sent in this walk.` }
  return is === wanted
    ? { result: 'holds', says: `Equals the ${what}.` }
    : { result: 'fails', says: `Must equal the ${what}: ${wanted}` }
}

function clientFacts(read: Json, options: Json | undefined, origin: string, is: Ceremony['is']): Fact[] {
  const text = (name: string) => String(read[name] ?? '')
  const wanted = is === 'registration' ? 'webauthn.create' : 'webauthn.get'
  const asked = typeof options?.challenge === 'string' ? options.challenge : undefined
  return [
    {
      name: 'type',
      value: text('type'),
      means: 'Which ceremony this is. A signature made for one is not valid in the other.',
      check: compared(text('type'), wanted, 'ceremony'),
    },
    {
      name: 'challenge',
      value: text('challenge'),
      means: 'The random value that the product sent.',
      check: compared(text('challenge'), asked, 'challenge that was sent'),
    },
    {
      name: 'origin',
      value: text('origin'),
      means:
        'The site, as the browser saw it. A page cannot set it, so that a copy of the product is noticed.',
      check: compared(text('origin'), origin, 'origin of the product'),
    },
    {
      name: 'crossOrigin',
      value: text('crossOrigin'),
      means: 'Whether the page was in a frame of another site.',
    },
  ]
}

async function authenticatorFacts(data: Bytes, rpId: string): Promise<Fact[]> {
  const hash = hex(data.subarray(0, 32))
  const flags = data[32] ?? 0
  const raised = flagNames.filter(([bit]) => flags & bit)
  const counter = new DataView(data.buffer, data.byteOffset + 33, 4).getUint32(0)
  const isTouched: Check =
    flags & 1
      ? { result: 'holds', says: 'Someone was there.' }
      : { result: 'fails', says: 'UP must be set: nobody has touched it.' }
  return [
    {
      name: 'RP ID hash',
      value: hash,
      means: `SHA-256 of the domain that the key belongs to: ${rpId}.`,
      check: compared(hash, hex(await sha256(utf8(rpId))), 'hash of the domain'),
    },
    {
      name: 'flags',
      value: flags.toString(2).padStart(8, '0'),
      means: raised.map(([, name, says]) => `${name}: ${says}`).join('; '),
      check: isTouched,
    },
    {
      name: 'counter',
      value: String(counter),
      means:
        'How often it has signed. If it does not rise, there may be a copy of the key; 0 means that it does not count.',
    },
  ]
}

/**
 * Takes a WebAuthn answer apart (Level 3 sections 5.8.1 and 6.1).
 * @param before exchanges before this one, the last of which has the options
 */
export async function readCeremony(
  exchange: Exchange,
  before: readonly Exchange[],
): Promise<Ceremony | { wrong: string }> {
  const sent = jsonOf(exchange.request)
  const credential = (sent?.credential ?? sent) as { response?: Record<string, string> } | undefined
  const { clientDataJSON, attestationObject, authenticatorData, signature } = credential?.response ?? {}
  try {
    if (clientDataJSON === undefined) throw new TypeError('no client data')
    const clientBytes = fromBase64(clientDataJSON)
    const client = JSON.parse(new TextDecoder().decode(clientBytes)) as Json
    const is = attestationObject === undefined ? 'assertion' : 'registration'
    const options = before
      .map(({ response }) => jsonOf(response))
      .findLast((one) => typeof one?.challenge === 'string')
    const origin = new URL(exchange.request.url).origin
    const { id } = (options?.rp ?? {}) as { id?: string }
    const rpId = id ?? (typeof options?.rpId === 'string' ? options.rpId : new URL(origin).hostname)
    const attested =
      attestationObject === undefined ? undefined : readAttestation(fromBase64(attestationObject))
    const data = attested?.data ?? fromBase64(authenticatorData ?? '')
    if (data.length < 37) throw new TypeError('no authenticator data')
    const covered = concat(data, await sha256(clientBytes))
    const signed: Fact[] = attested
      ? attested.facts
      : [
          {
            name: 'what is signed',
            value: hex(covered),
            means:
              'The authenticator data, followed by SHA-256 of the client data: so challenge and origin are signed as well.',
          },
          {
            name: 'signature',
            value: toBase64url(fromBase64(signature ?? '')),
            means:
              'Made with the private key, which never leaves the authenticator. The product checks it with the public key that it has stored.',
          },
        ]
    return {
      is,
      clientData: clientFacts(client, options, origin, is),
      authenticator: await authenticatorFacts(data, rpId),
      signed,
    }
  } catch {
    return {
      wrong: 'The answer of the authenticator cannot be read: it is damaged, or not what WebAuthn describes.',
    }
  }
}
