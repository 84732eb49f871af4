import { readFileSync } from 'node:fs'
import { type Copy, DockerfileParser, type Instruction } from 'dockerfile-ast'

const root = new URL('../../', import.meta.url)
export const readText = (path: string): string => readFileSync(new URL(path, root), 'utf8')

/** A command as it is written: for a shell, or as a list of arguments. */
export type Command = string | string[]

/** What the Dockerfile does, in its order. */
export type Step =
  | { do: 'FROM'; image: string; name: string }
  | { do: 'COPY'; sources: string[]; target: string; from: string | undefined; owner: string | undefined }
  | { do: 'RUN' | 'CMD' | 'HEALTHCHECK'; command: Command }
  | { do: 'ENV'; values: Record<string, string> }
  | { do: 'WORKDIR' | 'VOLUME' | 'USER'; value: string }
  | { do: 'EXPOSE'; ports: number[] }

const words = (instruction: Instruction) => instruction.getArguments().map((word) => word.getValue())

/** Flags of HEALTHCHECK are before its CMD. */
function commandOf(instruction: Instruction): Command {
  const text = (instruction.getArgumentsContent() ?? '').replace(/^(?:--\S+\s+)*CMD\s+/, '')
  return text.startsWith('[') ? (JSON.parse(text) as string[]) : text
}

function copyOf(copy: Copy): Step {
  const flags = new Map(copy.getFlags().map((flag) => [flag.getName(), flag.getValue() ?? undefined]))
  const paths = words(copy)
  return {
    do: 'COPY',
    sources: paths.slice(0, -1),
    target: paths.at(-1) ?? '',
    from: flags.get('from'),
    owner: flags.get('chown'),
  }
}

function stepOf(instruction: Instruction): Step {
  const keyword = instruction.getKeyword()
  switch (keyword) {
    case 'FROM': {
      const [image = '', , name = ''] = words(instruction)
      return { do: keyword, image, name }
    }
    case 'COPY':
      return copyOf(instruction as Copy)
    case 'RUN':
    case 'CMD':
    case 'HEALTHCHECK':
      return { do: keyword, command: commandOf(instruction) }
    case 'ENV':
      return {
        do: keyword,
        values: Object.fromEntries(
          words(instruction).map((word) => {
            const [name = '', value = ''] = word.split('=')
            return [name, value]
          }),
        ),
      }
    case 'WORKDIR':
    case 'VOLUME':
    case 'USER':
      return { do: keyword, value: words(instruction).join(' ') }
    case 'EXPOSE':
      return { do: keyword, ports: words(instruction).map(Number) }
    default:
      throw new Error(
        `The tests of the Dockerfile do not know ${keyword}: add it to .ci/container/dockerfile.ts.`,
      )
  }
}

export const steps: readonly Step[] = DockerfileParser.parse(readText('Dockerfile'))
  .getInstructions()
  .map(stepOf)

/** Patterns of what does not go into the image. */
export const ignored: readonly string[] = readText('.dockerignore').split('\n').filter(Boolean)

/** Every step of a kind. */
export const stepsThat = <K extends Step['do']>(kind: K) =>
  steps.filter((step): step is Extract<Step, { do: K }> => step.do === kind)
