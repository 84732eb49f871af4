import type { Command } from 'commander'

interface Entry {
  /** As the command says it of itself. */
  description: string
  /** Loads the command: most of them need much that the others do not. */
  load: () => Promise<Command>
}

/** Every command, in the order of the help. */
export const commands: Readonly<Record<string, Entry>> = {
  check: {
    description: 'walk every transition of the flows at a deployment: a verdict per documented step',
    load: async () => (await import('./check.ts')).checkCommand,
  },
  merge: {
    description:
      'judge what the shards of one run have brought: the verdicts are those of a run without shards',
    load: async () => (await import('./merge.ts')).mergeCommand,
  },
  report: {
    description: 'render a kept result again: at the terminal, and as the reports that are asked for',
    load: async () => (await import('./report.ts')).reportCommand,
  },
  plan: {
    description: 'plan the least-cost paths that cover flows or a machine, and say what no path can cover',
    load: async () => (await import('./plan.ts')).planCommand,
  },
  trace: {
    description: 'line documentation up with the model: what is modelled, what is not, what has changed',
    load: async () => (await import('./trace.ts')).traceCommand,
  },
  draft: {
    description: 'write a pack from documentation: a flow for each procedure, to be read and corrected',
    load: async () => (await import('./draft.ts')).draftCommand,
  },
  explain: {
    description: 'say what a check demands, why, and what it needs',
    load: async () => (await import('./explain.ts')).explainCommand,
  },
  list: {
    description: 'list the names that a profile takes: screens, labels, messages, events or checks',
    load: async () => (await import('./list.ts')).listCommand,
  },
  idp: {
    description: 'run the mock identity provider: Entra-like tenants and OpenID providers for tests',
    load: async () => (await import('./idp.ts')).idpCommand,
  },
  completion: {
    description: 'print the script that completes commands and options in bash, zsh or fish',
    load: async () => {
      const others = Object.entries(commands).filter(([name]) => name !== 'completion')
      const { completionCommand } = await import('./completion.ts')
      const own = completionCommand(async () => [
        ...(await Promise.all(others.map(([, one]) => one.load()))),
        own,
      ])
      return own
    },
  },
}
