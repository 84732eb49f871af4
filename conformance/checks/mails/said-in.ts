import { parse } from 'node-html-parser'
import type { Mail } from '../../targets/target.ts'

/** What a mail says beside the addresses of its links and that of its recipient. */
export async function saidIn(mail: Mail | undefined, recipient: string): Promise<string> {
  const html = parse((await mail?.html()) ?? '')
  const shown = (html.querySelector('body') ?? html).structuredText
  const said = [mail?.subject, shown, await mail?.text?.()].join('\n')
  return said.replaceAll(/https?:\S+/g, ' ').replaceAll(recipient, ' ')
}
