import { Command } from 'commander'
import { type Check, rolesNeeded, whatIsMissing } from '../checks/check.ts'
import { checksFor } from '../checks/index.ts'
import { CheckError } from '../errors.ts'
import { choiceAmong } from '../names.ts'
import type { Documented } from '../targets/documented.ts'
import type { Profile } from '../targets/profile/load.ts'
import { openDeployment } from '../targets/profile/open.ts'
import { PACKS_HERE, packsHere, profileHere } from './packs-here.ts'

const help = `
Exit codes:
  0  explained
  2  there is no such check`

/** Checks name clauses briefly: a bare number is one of ASVS. */
const inFull = (source: string) =>
  source
    .split('; ')
    .map((clause) =>
      /^\d/.test(clause) ? `ASVS 5.0 ${clause}` : clause.replace(/^NIST /, 'NIST SP 800-63B-4 '),
    )
    .join('; ')

/** What a check demands and why, for a person who met its id in a report. */
export function explanationOf({ id, title, source, level, asvsLevel, roles, needs, claims }: Check): string {
  const binds = asvsLevel === undefined ? '' : `; it binds from level ${asvsLevel} of ASVS on`
  return [
    `${id}  ${title}`,
    '',
    `Why: ${inFull(source)} ${level === 'MUST' ? 'demands it (MUST)' : 'recommends it (SHOULD)'}${binds}.`,
    '',
    'What is judged:',
    ...Object.entries(claims).map(([name, text]) => `  ${id}.${name}  ${text}`),
    '',
    `It uses these roles of the pack: ${rolesNeeded({ roles }).join(', ') || 'none'}.`,
    `It needs from the target: ${needs.join(', ') || 'nothing more'}.`,
  ].join('\n')
}

/** Whether a check is made at the deployment of a profile, and with which of its values. */
function atDeployment(check: Check, { deployment, file, path, cache, packs }: Profile): string {
  const address = { url: deployment.url ?? '', data: null, file, path, cache }
  const target = openDeployment(deployment, address, packs)
  const why = whatIsMissing(check, target)
  const said = check.needs.flatMap((need) => {
    const value = target.documented?.[need.replace(/^documented\./, '') as keyof Documented]
    return value === undefined ? [] : [`  ${need}: ${value}`]
  })
  return [
    `At ${deployment.name} (${file}): ${why === undefined ? 'it is made.' : `not-testable. ${why}`}`,
    ...said,
  ].join('\n')
}

/** `doorstep explain LNK2`: what a check does and why. */
export const explainCommand = new Command('explain')
  .description('say what a check demands, why, and what it needs')
  .argument('<check>', 'id of a check or of one of its claims, such as LNK1 or LNK1.says')
  .addHelpText('after', help)
  .exitOverride()
  .configureOutput({ outputError: (message, write) => write(message.replace(/^error: /, '')) })
  .option('--pack <folder>', `a pack of your own; default: ${PACKS_HERE}`)
  .option(
    '--config <file>',
    'the profile of the deployment, at which it is made or not; default: doorstep.config.ts here, if there is one',
  )
  .action(async (name: string, { pack, config }: { pack?: string; config?: string }) => {
    const [id = ''] = name.toUpperCase().split('.')
    const profile = await profileHere(config, pack ? [pack] : undefined)
    const packs = profile?.packs ?? (await packsHere(pack ? [pack] : [])).map((one) => one.pack)
    const checks = checksFor(packs)
    const check = checks.find((one) => one.id === id)
    if (!check) {
      const names = checks.map((one) => one.id)
      throw new CheckError('unknown-check', `There is no check "${name}": ${choiceAmong(id, names)}.`)
    }
    console.log(explanationOf(check))
    if (profile) console.log(`\n${atDeployment(check, profile)}`)
  })
