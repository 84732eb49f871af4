import type { Command } from 'commander'

interface Entry {
  /** As the command says it of itself. */
  description: string
  /** Loads the command: most of them need much that the others do not. */
  load: () => Promise<Command>
}

/** Every command, in the order of the help. */
export const commands: Readonly<Record<string, Entry>> = {
  init: {
    description:
      'write a profile, a workflow and, of your documentation, a pack: asks, and looks at your login page',
    load: async () => (await import('./init.ts')).initCommand,
  },
  check: {
    description: 'walk every transition of the flows at a deployment: a verdict per documented step',
    load: async () => (await import('./check.ts')).checkCommand,
  },
  doctor: {
    description: 'look at all that a check of your deployment needs, and say what to mend',
    load: async () => (await import('./doctor.ts')).doctorCommand,
  },
  record: {
    description:
      'write the labels of a profile from what you press: walk a flow in a browser at your deployment',
    load: async () => (await import('./record.ts')).recordCommand,
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
  comment: {
    description: 'say in one comment of a pull request on GitHub what a result has, and keep it up to date',
    load: async () => (await import('./comment.ts')).commentCommand,
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
  generate: {
    description: 'write Playwright specs of the documented procedures, which run without Doorstep',
    load: async () => (await import('./generate.ts')).generateCommand,
  },
  export: {
    description:
      'write a flow as one HTML file that can be walked without a server, a walk as a PDF, or a SCORM package',
    load: async () => (await import('./export.ts')).exportCommand,
  },
  explain: {
    description: 'say what a check demands, why, and what it needs',
    load: async () => (await import('./explain.ts')).explainCommand,
  },
  list: {
    description:
      'list the names that a profile and options take: flows, screens, labels, messages, events or checks',
    load: async () => (await import('./list.ts')).listCommand,
  },
  start: {
    description:
      'start the site with the tenant, the provider and the mail server: walk, teach and look around',
    load: async () => (await import('./start.ts')).startCommand,
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
