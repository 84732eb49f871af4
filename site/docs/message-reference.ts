import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Argument, type Expression, type Node, parseSync, Visitor } from 'oxc-parser'

const room = fileURLToPath(new URL('../../conformance/', import.meta.url))
const kinds = ['CheckError', 'PlanError']
const FILLED_IN = '…'
/** The frame of a sentence that a function completes says nothing alone. */
const ONLY_PLACES = /… …$/

/** Error code → the sentences that go with it in the code, with `…` for what a call fills in. */
export type Messages = Record<string, string[]>

/** Every message that ends a command, read from where it is thrown. */
export function messageReference(): Messages {
  const messages: Messages = {}
  for (const file of globSync('**/*.ts', { cwd: room }).toSorted()) {
    if (/\.(?:test|spec)\.ts$/.test(file)) continue
    const source = readFileSync(room + file, 'utf8')
    if (kinds.some((kind) => source.includes(`new ${kind}(`))) messagesIn(file, source, messages)
  }
  return messages
}

function messagesIn(file: string, source: string, messages: Messages): void {
  const add = (code: string, sentences: string[]) => {
    const own = messages[code] ?? []
    messages[code] = [...own, ...sentences.filter((one) => /[a-z]{2}/.test(one) && !own.includes(one))]
  }
  /** Functions that make an error of one sentence: what they add to it, by their names. */
  const makers = new Map<string, { code: string; around: string }>()
  const { program } = parseSync(file, source)
  const errors = new Visitor({
    VariableDeclarator({ id, init }) {
      if (id.type !== 'Identifier' || init?.type !== 'ArrowFunctionExpression') return
      const { code, message } = errorIn(init.body) ?? {}
      if (code && message) makers.set(id.name, { code, around: sentencesOf(message)[0] ?? FILLED_IN })
    },
    NewExpression(node) {
      const { code, message } = errorIn(node) ?? {}
      if (code && message)
        add(
          code,
          sentencesOf(message).filter((one) => !ONLY_PLACES.test(one)),
        )
    },
  })
  const calls = new Visitor({
    CallExpression({ callee, arguments: [why] }) {
      const maker = callee.type === 'Identifier' ? makers.get(callee.name) : undefined
      if (!maker || !why) return
      const { code, around } = maker
      add(
        code,
        sentencesOf(why).map((one) => around.replace(/…$/, () => one)),
      )
    },
  })
  errors.visit(program)
  calls.visit(program)
}

/** The code and the message of an error that ends a command, where a node makes one. */
function errorIn(node: Node): { code: string; message: Argument } | undefined {
  if (node.type !== 'NewExpression' || node.callee.type !== 'Identifier') return undefined
  const [code, message] = node.arguments
  if (!kinds.includes(node.callee.name) || code?.type !== 'Literal' || !message) return undefined
  return { code: String(code.value), message }
}

/** What an expression may say; of something that is only known when it runs, nothing. */
function sentencesOf(node: Argument | Expression): string[] {
  if (node.type === 'Literal') return [String(node.value)]
  if (node.type === 'TemplateLiteral')
    return [node.quasis.map(({ value }) => value.cooked ?? '').join(FILLED_IN)]
  if (node.type === 'ConditionalExpression') return [node.consequent, node.alternate].flatMap(sentencesOf)
  return []
}
