import { Command } from 'commander'
import { printable } from '../report/terminal/printable.ts'
import { endSoon } from './end-soon.ts'
import { several } from './option-values.ts'

const help = `
A browser opens at your deployment. Walk the flow as its documentation says, then close the browser or press Ctrl-C here.
Doorstep follows the model of the flow meanwhile: what you press and fill in where the documentation has another name becomes
a label of the profile, and other headings become headings. Steps that you leave out become comments: "not walked".

What it writes, and never overwrites:
  without a profile  doorstep.config.ts, to be completed: how an account is made, where its mail arrives
  with a profile     doorstep.recorded.ts beside it, to be taken over by hand: a profile may have functions and comments of
                     yours, which no tool should rewrite. It has only what your profile does not say yet

With a profile, the account is arranged as for a check, and its mails open in tabs of the browser. Without one, open the links
of your mails yourself: paste them into the address bar of the browser that is recorded.
What you type is never read: neither passwords nor codes are written anywhere.

Exit codes:
  0  it is written
  2  nothing is written: there is a file already, or the deployment cannot be opened`

interface Options {
  config?: string
  url?: string
  pack?: string[]
  flow?: string
  given?: string
  out?: string
  ownAccount?: boolean
}

/** `doorstep record`: a person walks, and the labels of the profile are written from what they pressed. */
export const recordCommand = new Command('record')
  .description(
    'write the labels of a profile from what you press: walk a flow in a browser at your deployment',
  )
  .option('--url <url>', 'where the deployment is, if no profile says it')
  .option(
    '--config <file>',
    'the profile of the deployment; default: doorstep.config.ts here, if there is one',
  )
  .option('--pack <folder>', 'the documented procedures of this pack; may be repeated', several)
  .option('--flow <flow>', 'the flow to walk; default: the first of the pack')
  .option('--given <given>', 'what is given when you begin; default: whatever fits your walk')
  .option('--own-account', 'walk with an account of yours: none is arranged', false)
  .option('--out <file>', 'write there')
  .addHelpText('after', help)
  .exitOverride()
  .configureOutput({ outputError: (message, write) => write(message.replace(/^error: /, '')) })
  .action(async (options: Options) => {
    // Playwright is loaded only when it is needed.
    const { record } = await import('../record/record.ts')
    const ended = new AbortController()
    const end = () => ended.abort()
    process.once('SIGINT', end)
    try {
      const say = (line: string) => console.error(printable(line))
      const lines = await record({ ...options, signal: ended.signal, say })
      console.log(lines.map(printable).join('\n'))
    } finally {
      process.off('SIGINT', end)
      endSoon()
    }
  })
