import type { DocumentedStep } from '../trace/procedure.ts'

/** Something that an instruction asks for. */
export type DocumentedAction =
  /** What is said of it may tell what the field holds. */
  | { does: 'fill'; label: string; said: string }
  | { does: 'choose'; label: string; option: string }
  | { does: 'press'; label: string; link: boolean }
  | { does: 'open-mail'; mail: string }
  | { does: 'visit'; page: string }
  | { does: 'scan' }

/** One way to do a step. */
export interface Branch {
  /** In order. */
  actions: DocumentedAction[]
  /** The page that is shown then, where the step names one. */
  shows?: string
}

/** What a step says, sentence by sentence. */
export interface ReadStep {
  /** The page that the step begins on, where it names one. */
  on?: string
  /** The page that it says is shown. */
  shows?: string
  /** The ways to do it: one, or several where the step offers a choice. */
  branches: Branch[]
}

const PAGE = '(?:page|pane|screen|dialog(?: box)?|window|form|panel)'
const onPage = new RegExp(`^(?:on|in|at)\\s+(?:the\\s+)?([^,.]+?)\\s+${PAGE}\\b`, 'i')
const shown = [
  new RegExp(
    `^(?:the\\s+)?(.+?)\\s+${PAGE}\\s+(?:for\\s.+?\\s)?(?:(?:is|will be)\\s+)?(?:displayed|shown|opens|appears)`,
    'i',
  ),
  new RegExp(
    `^you(?:['’]re| are)\\s+(?:now\\s+)?(?:back\\s+)?(?:at|on|in)\\s+(?:the\\s+)?(.+?)(?:\\s+${PAGE})?(?:\\s+again)?[.]?$`,
    'i',
  ),
  new RegExp(`\\b(?:navigated|redirected|taken|led)\\s+to\\s+(?:the\\s+)?(.+?)(?:\\s+${PAGE})?[.]?$`, 'i'),
]
const VERB =
  '(?:click|press|tap|select|choose|enter|specify|type|provide|paste|scan|open|go|navigate|follow|confirm)'
const clauseEnd = new RegExp(`,?\\s+(?:and then|then|and)\\s+(?=${VERB}\\b)`, 'i')

const field = /\b(?:in|into)\s+(?:the\s+)?(.+?)\s+(?:field|box)\b/i
const list = /\b(?:in|from)\s+(?:the\s+)?(.+?)\s+(?:drop-?down(?:\s+(?:menu|list))?|list|menu)\b/i
const typing = /\b(?:enter|specify|type|provide|paste)\b/i
const typed = /\b(?:enter|specify|type|provide|paste)\s+(?:the|your|a|an)?\s*(.+?)[.]?$/i
const pressing =
  /\b(?:click|press|tap|select|choose|follow)\s+(?:on\s+)?(?:the\s+)?(.+?)(?:\s+(button|link|icon|tab|option))?(?:\s+(?:[io]n|at|to|from|under|included|for)\s[a-z].*)?[.]?$/i
const mail = /\bopen\s+the\s+(.+?)\s+(?:e-?mail|mail|message)\b/i
const inMail = /\b(?:in|from)\s+the\s+([^,.]+?)\s+(?:e-?mail|mail|message)\b/i
const visiting = new RegExp(
  `\\b(?:navigate|go|browse)\\s+to\\s+(?:the\\s+)?(.+?)(?:\\s+${PAGE}\\b.*|\\s+(?:at|under)\\s+\\S*://\\S*)?[.]?$|\\bopen\\s+(?:the\\s+)?(.+?)\\s+${PAGE}\\b`,
  'i',
)

/** Reads what a documented step asks for. What it does not understand is left out. */
export function readStep({ text, choices = [], labels }: DocumentedStep): ReadStep {
  const sentences = sentencesOf(text)
  const [first = ''] = sentences
  const shows = sentences.map(shownIn).find(Boolean)
  const own = sentences.flatMap((sentence) => actionsIn(sentence, labels))
  const alternatives = offersChoice(text) ? choices.map((choice) => actionsIn(choice, labels)) : []
  const either = alternatives.filter(({ length }) => length > 0)
  const orPress = own.length > 0 ? eitherOr(own, labels) : []
  const ways = either.length > 0 ? either.map((actions) => [...own, ...actions]) : orPress
  const on = onPage.exec(first)?.[1]
  const branches = ways.map((actions) => {
    const after = shows ?? shownAfter(actions, choices)
    return { actions, ...(after && { shows: after }) }
  })
  return { branches, ...(on && { on: plain(on) }), ...(shows && { shows }) }
}

/** “If you selected A, you are taken to the B page”: the entry of the list that speaks of what was pressed, else the first. */
function shownAfter(actions: DocumentedAction[], choices: string[]): string | undefined {
  const pressed = actions.flatMap((action) => (action.does === 'press' ? action.label : []))
  const own = choices.filter((choice) => pressed.some((label) => choice.includes(label)))
  return [...own, ...choices].flatMap(sentencesOf).map(shownIn).find(Boolean)
}

const sentencesOf = (text: string) => text.split(/(?<=[.!?:])\s+(?=\p{Lu})/u)

const offersChoice = (text: string) => /\b(?:one of the following|either)\b/i.test(text)

/** “Click A or B” is two ways to go on. */
function eitherOr(actions: DocumentedAction[], labels: string[]): DocumentedAction[][] {
  const last = actions.at(-1)
  if (last?.does !== 'press') return [actions]
  const named = labels.filter((label) => last.label.includes(label))
  if (named.length < 2 || !/\sor\s/i.test(last.label.replace(named[0] ?? '', ''))) return [actions]
  return named.map((label) => [...actions.slice(0, -1), { ...last, label }])
}

function shownIn(sentence: string): string | undefined {
  for (const pattern of shown) {
    const name = pattern.exec(sentence.trim())?.[1]
    if (name) return plain(name)
  }
  return undefined
}

/** Each clause of a sentence that asks for something. */
function actionsIn(sentence: string, labels: string[]): DocumentedAction[] {
  if (shownIn(sentence)) return []
  return sentence.split(clauseEnd).flatMap((clause) => {
    const action = actionIn(clause, labels)
    const opened = action?.does === 'press' ? inMail.exec(clause)?.[1] : undefined
    return [
      ...(opened ? [{ does: 'open-mail' as const, mail: plain(opened) }] : []),
      ...(action ? [action] : []),
    ]
  })
}

function actionIn(clause: string, labels: string[]): DocumentedAction | undefined {
  const label = (text: string) => labels.find((one) => text.includes(one)) ?? plain(text)
  const inList = list.exec(clause)?.[1]
  if (inList) {
    const option = pressing.exec(clause.replace(list, ''))?.[1] ?? labels.at(-1)
    return option ? { does: 'choose', label: label(inList), option: plain(option) } : undefined
  }
  const inField = field.exec(clause)?.[1]
  if (inField && typing.test(clause)) return { does: 'fill', label: label(inField), said: clause }
  const opened = mail.exec(clause)?.[1]
  if (opened) return { does: 'open-mail', mail: plain(opened) }
  const visited = visiting.exec(clause)
  if (visited) return { does: 'visit', page: plain(visited[1] ?? visited[2] ?? '') }
  if (/\bscan\b/i.test(clause)) return { does: 'scan' }
  const pressed = pressing.exec(clause)
  if (pressed?.[1]) {
    const [, text] = pressed
    const several = labels.filter((one) => clause.includes(one))
    // “Remove next to the device” is Remove, while “Yes or No” is both.
    const first = /\sor\s/i.test(text) ? undefined : several.find((one) => text.startsWith(one))
    const name = several.length > 1 ? (first ?? text) : (several[0] ?? text)
    return { does: 'press', label: plain(name), link: pressed[2]?.toLowerCase() === 'link' }
  }
  const value = typed.exec(clause)?.[1]
  const named = value && labels.find((one) => value.includes(one))
  return named ? { does: 'fill', label: named, said: clause } : undefined
}

const plain = (text: string) => text.replace(/^[“"'*\s]+|[”"'*\s.,:;]+$/g, '').replace(/\s+/g, ' ')
