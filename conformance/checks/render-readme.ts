import { packs } from '../../machines/index.ts'
import { type Check, rolesNeeded } from './check.ts'
import { checksFor, folders } from './index.ts'

/** Beginning of a check's id → what the checks of that group are about. */
const groups: Readonly<Record<string, string>> = {
  PWD: 'Passwords',
  RATE: 'Guessing',
  LNK: 'Mailed links',
  OTP: 'One-time codes',
  WA: 'Security keys',
  SES: 'Sessions',
  ENU: 'What answers reveal about an address',
  RP: 'The relying party, while its provider misbehaves',
  CFG: 'The settings of SSO',
  OWN: 'Whose account it is',
  ADM: 'Administration',
  MAI: 'Mails',
  TXT: 'What people type comes back as text',
  FLT: 'Faults on the way: the fault loop',
  SNK: 'Sneak paths: requests that the model does not allow in a state',
}

export const groupOf = ({ id }: Pick<Check, 'id'>): string => id.replace(/(?:\d+|\..*)$/, '')

/** What a check of that id is about, in a few words. */
export const aboutOf = (check: Pick<Check, 'id'>): string => groups[groupOf(check)] ?? groupOf(check)

const binding = ({ level, asvsLevel }: Check) => (asvsLevel ? `${level}, from level ${asvsLevel}` : level)

const needsOf = ({ roles, needs }: Check) =>
  [...(roles.length > 0 ? [`roles ${rolesNeeded({ roles }).join(', ')}`] : []), ...needs].join('; ') || '–'

const row = (check: Check) => {
  const claims = Object.entries(check.claims).map(([id, statement]) => `\`${id}\`: ${statement}`)
  return `| ${check.id} | ${check.title} | ${claims.join('<br>')} | ${check.source} | ${binding(check)} | ${needsOf(check)} |`
}

/** The README of the checks: what each demands, by which clause, and what it needs of a pack and a target. */
export function renderReadme(): string {
  const tables = [...Map.groupBy(checksFor(packs), groupOf)].map(([group, own]) => {
    const folder = folders[group] ?? (group === 'SNK' ? 'sneak-paths' : 'faults')
    return [
      `## ${groups[group] ?? group}`,
      `\`${folder}/\``,
      [
        '| id | what must hold | claims | source | level | needs |',
        '| --- | --- | --- | --- | --- | --- |',
        ...own.map(row),
      ].join('\n'),
    ].join('\n\n')
  })
  return `${[introduction, ...tables].join('\n\n')}\n`
}

const introduction = `# The checks

In addition to the walk, a deployment is tested against clauses of the standards, from outside: by people in separate browsers, and
by the requests that their browsers sent, changed and sent again. Bare numbers are OWASP ASVS 5.0.0, NIST is SP 800-63B-4, WebAuthn is
Level 3.

\`\`\`sh
npx doorstep check                      # flows and checks
npx doorstep check --check LNK1         # this one alone; a group (LNK) or several, too
npx doorstep check --no-checks          # flows alone, as with --flow
\`\`\`

A check makes claims, and each gets a verdict, \`SES3.name\`:

- **passed**: it was seen to hold.
- **failed**: it does not hold. The check continues with its other claims.
- **inconclusive**: nothing was proven either way. Silence is this, and so is a rejection whose control fails.
- **not-testable**: the target or its pack lacks what it needs; the reason names it. \`documented.…\` is a parameter that the profile may
  state because the deployment's documentation does; \`pages.…\` is a page that no flow leads to; a role is how a pack says that its
  product does something (\`machines/model/roles.ts\`).
- **config-error**: what is given could not be made true, or an honest attempt fails at the very start.

A rejection is proven by four facts and a control: an error is shown, no session exists, the protected page stays closed, and the
honest attempt, which differs from the refused one in that one property, still works in the same session. Where it does not, the same
attempt is made where nothing was refused before: if that fails too, nothing is proven.

A check is a file named after its id and its meaning. It names its clause, its claims and what it needs, and judges them on the bench
(\`bench/\`). It names no screen and no label: those are the pack's. What makes it fail is a file in \`conformance/defects/\`.

This page is written by \`npx vitest run conformance/checks/readme.test.ts -u\`.`
