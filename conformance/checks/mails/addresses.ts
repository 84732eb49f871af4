import { addressParser } from 'postal-mime'
import type { Pack } from '../../../machines/model/pack.ts'
import { type HeaderField, valuesOf } from '../../targets/mailboxes/header.ts'
import type { Bench } from '../bench/bench.ts'

/** The documented sender of mails; `undefined` where none is. */
export const senderOf = ({ target }: Bench, pack: Pack): string | undefined =>
  target.documented?.mailFrom ?? pack.mailFrom

/** Every address in the fields of these names, groups included (RFC 5322 section 3.4). */
export function addressesIn(header: readonly HeaderField[] = [], ...names: string[]): string[] {
  const values = names.flatMap((name) => valuesOf(header, name))
  return values.flatMap((value) =>
    addressParser(value, { flatten: true }).flatMap(({ address }) => address ?? []),
  )
}

/** Letters beyond ASCII keep their case: some have a small letter of ASCII, and are letters of another address. */
const inSmall = (address: string) => address.trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase())

export const sameAddress = (a: string, b: string) => inSmall(a) === inSmall(b)

const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1).toLowerCase()

/** Whether both addresses belong to one domain, or one to a part of the other's. */
export function sameDomain(a: string, b: string): boolean {
  const [one, other] = [domainOf(a), domainOf(b)]
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`)
}
