import { Argument, Command } from 'commander'

const shells = {
  bash: (commands: Command[]) => `_doorstep() {
  local words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="${commands.map((one) => one.name()).join(' ')}"
  else
    case "\${COMP_WORDS[1]}" in
${commands.map((one) => `      ${one.name()}) words="${optionsOf(one).join(' ')}" ;;`).join('\n')}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _doorstep doorstep`,

  zsh: (commands: Command[]) => `#compdef doorstep
_doorstep() {
  if (( CURRENT == 2 )); then
    compadd -- ${commands.map((one) => one.name()).join(' ')}
    return
  fi
  case "$words[2]" in
${commands.map((one) => `    ${one.name()}) compadd -- ${optionsOf(one).join(' ')} ;;`).join('\n')}
  esac
  _files
}
compdef _doorstep doorstep`,

  fish: (commands: Command[]) =>
    commands
      .flatMap((one) => [
        `complete -c doorstep -n __fish_use_subcommand -f -a ${one.name()} -d ${quoted(one.description())}`,
        ...one.options.flatMap(({ long, description }) =>
          long
            ? [
                `complete -c doorstep -n '__fish_seen_subcommand_from ${one.name()}' -l ${long.slice(2)} -d ${quoted(description)}`,
              ]
            : [],
        ),
      ])
      .join('\n'),
} satisfies Record<string, (commands: Command[]) => string>

function optionsOf(command: Command): string[] {
  return [...command.options.flatMap(({ long }) => (long ? [long] : [])), '--help']
}

/** One word for fish: between single quotes, only a quote and a backslash need an escape. */
function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`
}

/** The script that completes these commands and their options in a shell. */
export function completionOf(shell: keyof typeof shells, commands: Command[]): string {
  return shells[shell](commands)
}

/** `doorstep completion bash`: prints the script. The commands are passed in, since their list names this one too. */
export function completionCommand(load: () => Promise<Command[]>): Command {
  return new Command('completion')
    .description('print the script that completes commands and options in bash, zsh or fish')
    .addArgument(new Argument('<shell>', 'the shell').choices(Object.keys(shells)))
    .exitOverride()
    .configureOutput({ outputError: (message, write) => write(message.replace(/^error: /, '')) })
    .action(async (shell: keyof typeof shells) => console.log(completionOf(shell, await load())))
}
