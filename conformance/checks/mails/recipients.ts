import type { Mail } from '../../targets/target.ts'
import type { Bench } from '../bench/bench.ts'
import { addressesIn, sameAddress } from './addresses.ts'
import { SILENT } from './linked-mails.ts'

interface Addressed {
  /** How a report calls the mail. */
  called: string
  /** To whom it is to go. */
  address: string
  mail: Mail
}

/** Judges the claims `recipients` and `envelope`: a mail goes to one address, and to nobody beside it. */
export async function judgeRecipients(bench: Bench, { called, address, mail }: Addressed): Promise<void> {
  const others = (addresses: readonly string[]) => addresses.filter((one) => !sameAddress(one, address))
  const header = await mail.header?.()
  if (mail.to === undefined && header === undefined) bench.skip('recipients', SILENT)
  else {
    const strangers = others([...(mail.to ?? []), ...addressesIn(header, 'to', 'cc')])
    bench.claim(
      'recipients',
      strangers.length === 0,
      `${called} is addressed to ${strangers.join(', ')} as well`,
    )
  }
  const envelope = await mail.envelope?.()
  if (envelope === undefined) bench.skip('envelope', SILENT)
  else {
    const isAlone = envelope.length === 1 && others(envelope).length === 0
    bench.claim('envelope', isAlone, `for ${called} it was given ${envelope.join(', ') || 'none'}`)
  }
}
