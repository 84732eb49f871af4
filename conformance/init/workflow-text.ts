import type { Answers } from './questions.ts'

/** How a package manager installs what the lock file says, by the name of that file. */
const installers = {
  'package-lock.json': { cache: 'npm', install: ['npm ci'], run: 'npx' },
  'pnpm-lock.yaml': {
    cache: 'pnpm',
    install: ['pnpm install --frozen-lockfile'],
    run: 'pnpm exec',
  },
  'yarn.lock': { cache: 'yarn', install: ['yarn install --immutable'], run: 'yarn run' },
} as const

/** What a folder without a lock file does. */
const unlocked = {
  cache: undefined,
  install: ['npm install --no-save @playwright/test doorstep'],
  run: 'npx',
}

/**
 * A workflow of GitHub Actions that checks the deployment on each push, each morning, and when somebody asks for it.
 * @param files names of the files in the folder of the profile
 * @param config the file of the profile, where it is not the one that a check finds by itself
 */
export function workflowText(answers: Answers, files: readonly string[], config?: string): string {
  const lock = Object.keys(installers).find((name) => files.includes(name)) as
    | keyof typeof installers
    | undefined
  const { cache, install, run } = lock ? installers[lock] : unlocked
  const secrets = secretsOf(answers)
  return `name: Doorstep

on:
  push:
    branches: [main]
  schedule:
    - cron: '17 4 * * *'
  workflow_dispatch:

permissions:
  contents: read

jobs:
  check:
    runs-on: ubuntu-latest
    timeout-minutes: 60
    steps:
      - uses: actions/checkout@v5
${cache === 'pnpm' ? '      - uses: pnpm/action-setup@v4\n' : ''}      - uses: actions/setup-node@v5
        with:
          node-version: 24${cache ? `\n          cache: ${cache}` : ''}
${install.map((line) => `      - run: ${line}`).join('\n')}
      - run: ${run} playwright install --with-deps chromium-headless-shell
      - run: ${run} doorstep check${config ? ` --config ${config}` : ''} --timeout 50 --reporter list --reporter github --html doorstep.html --junit doorstep.xml --json doorstep.json
${secrets.length > 0 ? `        env:\n${secrets.map((name) => `          ${name}: \${{ secrets.${name} }}`).join('\n')}\n` : ''}      - uses: actions/upload-artifact@v4
        if: always()
        with:
          name: doorstep
          path: |
            doorstep.html
            doorstep.xml
            doorstep.json
          if-no-files-found: ignore
`
}

/** The variables of the environment that the profile reads. */
export function secretsOf({ accounts, mailbox, provider }: Answers): string[] {
  return [
    ...(accounts === 'api' ? ['DOORSTEP_API_KEY'] : []),
    ...(mailbox === 'imap' ? ['IMAP_PASSWORD'] : []),
    ...(provider === 'own' ? ['PROVIDER_USER', 'PROVIDER_PASSWORD'] : []),
  ]
}
