import { commands } from '../../conformance/commands/index.ts'

type Command = Awaited<ReturnType<(typeof commands)[string]['load']>>
type Argument = Command['registeredArguments'][number]
type Option = Command['options'][number]

interface Taken {
  name: string
  about: string
  choices?: readonly string[]
  default?: string
}

interface CommandReference {
  name: string
  about: string
  usage: string
  arguments: Taken[]
  options: Taken[]
  /** What the help says below its options: exit codes, depths. */
  more: string
}

/** Every command of `doorstep` with its arguments and options, as commander knows them. */
export async function commandReference(): Promise<CommandReference[]> {
  const loaded = await Promise.all(Object.values(commands).map(({ load }) => load()))
  return loaded.map((command) => ({
    name: command.name(),
    about: command.description(),
    usage: `doorstep ${command.name()} ${command.usage()}`,
    arguments: command.registeredArguments.map(argument),
    options: command.options.filter(({ hidden }) => !hidden).map(option),
    more: helpAfter(command),
  }))
}

const argument = (one: Argument): Taken => {
  const name = one.name() + (one.variadic ? '…' : '')
  return {
    name: one.required ? `<${name}>` : `[${name}]`,
    about: one.description,
    ...(one.argChoices && { choices: one.argChoices }),
    ...defaultOf(one.defaultValue),
  }
}

const option = ({ flags, description, argChoices, defaultValue, negate }: Option): Taken => ({
  name: flags,
  about: description,
  ...(argChoices && { choices: argChoices }),
  ...(negate ? {} : defaultOf(defaultValue)),
})

/** That a switch is off by default goes without saying. */
const defaultOf = (value: unknown) =>
  value === undefined || value === false ? {} : { default: String(value) }

/** Commander keeps this text only as what it prints. */
function helpAfter(command: Command): string {
  let all = ''
  const { writeOut, ...others } = command.configureOutput()
  command.configureOutput({
    ...others,
    writeOut: (text) => {
      all += text
    },
  })
  command.outputHelp()
  command.configureOutput({ ...others, ...(writeOut && { writeOut }) })
  return all.slice(command.helpInformation().length).trim()
}
