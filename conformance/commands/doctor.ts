import { existsSync } from 'node:fs'
import { Command } from 'commander'
import { createColors } from 'picocolors'
import type { Finding } from '../doctor/finding.ts'
import { CheckError } from '../errors.ts'
import { printable } from '../report/terminal/printable.ts'
import { OWN_PROFILE } from '../targets/profile/profile-files.ts'
import { endSoon } from './end-soon.ts'
import { several } from './option-values.ts'

const NOT_READY = 2

const help = `
It looks at Node, the browser, the profile, the address, the clock, the mailbox, the provider, the first page, the protected
page as somebody who is not logged in, one mail of the deployment on its way to the mailbox, and each given with its first screen.

Exit codes:
  0  a check can be made
  2  something is missing: each ✗ says what to do`

/** `doorstep doctor`: looks at all that a check needs, in seconds. */
export const doctorCommand = new Command('doctor')
  .description('look at all that a check of your deployment needs, and say what to mend')
  .option('--config <file>', `the profile of the deployment; default: ${OWN_PROFILE} here`)
  .option('--flow <flow>', 'only the givens of this flow; may be repeated', several)
  .addHelpText('after', help)
  .exitOverride()
  .configureOutput({ outputError: (message, write) => write(message.replace(/^error: /, '')) })
  .action(async ({ config, flow }: { config?: string; flow?: string[] }) => {
    if (!config && !existsSync(OWN_PROFILE))
      throw new CheckError(
        'profile-unreadable',
        `There is no ${OWN_PROFILE} here: name your profile with --config. The example in the documentation of profiles shows how one begins.`,
      )
    const { examineProfile } = await import('../doctor/examine-profile.ts')
    let bad = 0
    try {
      for await (const finding of examineProfile(config ?? OWN_PROFILE, flow)) {
        console.log(lineOf(finding))
        if (finding.is === 'bad') bad += 1
      }
      console.log(bad === 0 ? '\nReady: npx doorstep check' : `\n${bad} to mend`)
      process.exitCode = bad === 0 ? 0 : NOT_READY
    } finally {
      endSoon()
    }
  })

function lineOf({ what, is, said }: Finding): string {
  const colors = createColors()
  const mark = { good: colors.green('✓'), note: colors.yellow('○'), bad: colors.red('✗') }[is]
  return `${mark} ${what}  ${printable(said)}`
}
