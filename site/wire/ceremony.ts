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
  [0x01, 'UP', 'someone touched the key'],
  [0x04, 'UV', 'the authenticator recognised the person'],
  [0x08, 'BE', 'the key can be copied to other devices'],
  [0x10, 'BS', 'the key is copied to other devices'],
  [0x40, 'AT', 'includes a new key'],
  [0x80, 'ED', 'includes extensions'],
] as const

const compared = (is: string, wanted: string | undefined, what: string): Check => {
  if (wanted === undefined) return { result: 'unknown', says: `The ${what} does not appear in this walk.` }
  return is === wanted
    ? { result: 'holds', says: `Matches the ${what}.` }
    : { result: 'fails', says: `Must match the ${what}: ${wanted}` }
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
      check: compared(text('type'), wanted, 'type of this ceremony'),
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
        'The site, as the browser sees it. A page cannot set it, so the product notices when the page is a copy.',
      check: compared(text('origin'), origin, 'origin of the product'),
    },
    {
      name: 'crossOrigin',
      value: text('crossOrigin'),
      means: 'Whether the page was in a frame on another site.',
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
      ? { result: 'holds', says: 'UP is set: someone touched the key.' }
      : { result: 'fails', says: 'UP must be set: nobody touched the key.' }
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
        'How many times the key has signed. If the number does not rise, someone may have copied the key. 0 means that the key does not count.',
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
              'The authenticator data, followed by SHA-256 of the client data. This way, the signature also covers challenge and origin.',
          },
          {
            name: 'signature',
            value: toBase64url(fromBase64(signature ?? '')),
            means:
              'Created with the private key, which never leaves the authenticator. The product checks it with the stored public key.',
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
      wrong:
        'Cannot read the authenticator’s response. It is damaged, or not in the format that WebAuthn defines.',
    }
  }
}
