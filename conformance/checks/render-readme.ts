import type { Check } from './check.ts'
import { checks } from './index.ts'

/** Beginning of a check's id → the folder it lies in, and what the folder is about. */
const groups: Record<string, [folder: string, about: string]> = {
  PWD: ['passwords', 'Passwords'],
  RATE: ['passwords', 'Guessing'],
  LNK: ['links', 'Mailed links'],
  OTP: ['codes', 'One-time codes'],
  WA: ['keys', 'Security keys'],
  SES: ['sessions', 'Sessions'],
  ENU: ['enumeration', 'What answers tell of an address'],
  RP: ['relying-party', 'The relying party, under its provider’s misbehaviours'],
  CFG: ['sso-configuration', 'The settings of SSO'],
  FLT: ['faults', 'What goes wrong on the way: the fault loop'],
  SNK: ['sneak-paths', 'Events that the model allows nowhere near, sent all the same'],
}

export const groupOf = ({ id }: Pick<Check, 'id'>): string => id.replace(/\d+$/, '')

/** What a check of that id is about, in a few words. */
export const aboutOf = (check: Pick<Check, 'id'>): string => groups[groupOf(check)]?.[1] ?? groupOf(check)

const binding = ({ level, asvsLevel }: Check) => (asvsLevel ? `${level}, from level ${asvsLevel}` : level)

const row = (check: Check) =>
  `| ${check.id} | ${check.title} | ${check.source} | ${binding(check)} | ${check.needs.join(', ') || '–'} |`

/** The README of the checks: what each demands, where that stands, and what it needs of a target. */
export function renderReadme(): string {
  const tables = [...Map.groupBy(checks, groupOf)].map(([group, own]) => {
    const [folder, about] = groups[group] ?? ['', group]
    return [
      `## ${about}`,
      `\`${folder}/\``,
      [
        '| id | what must be so | source | level | needs |',
        '| --- | --- | --- | --- | --- |',
        ...own.map(row),
      ].join('\n'),
    ].join('\n\n')
  })
  return `${[introduction, ...tables].join('\n\n')}\n`
}

const introduction = `# The checks

Beside the walk, a deployment is held to clauses of the standards, from outside: by people at browsers of their own, and by the
requests that their browsers sent, sent again, changed. Bare numbers are OWASP ASVS 5.0.0, NIST is SP 800-63B-4, WebAuthn is Level 3.

\`\`\`sh
npx doorstep check                      # flows and checks
npx doorstep check --check LNK1         # this one alone; may be repeated
npx doorstep check --no-checks          # flows alone, as with --flow
\`\`\`

- **passed**: every claim of the check was seen to hold.
- **failed**: one was seen not to. A rejection is proven by four facts: an error is shown, no session exists, the dashboard stays closed,
  and the right input works afterwards.
- **inconclusive**: nothing was proven either way. Silence is this.
- **not-testable**: the target lacks what the check needs; the reason names it. \`documented.…\` is a parameter that the profile may
  state because the deployment's documentation does; \`pages.…\` is a page that no flow leads to.
- **config-error**: what is given could not be made true.

A check is a file named after its id and its meaning. It names its clause, what it needs, and proves its claims on the bench
(\`bench/\`). What makes it fail is a file in \`conformance/defects/\`.

This page is written by \`npx vitest run conformance/checks/readme.test.ts -u\`.`
