import type { Flow } from '../../machines/model/flow.ts'
import type { Pack } from '../../machines/model/pack.ts'
import { type ModelStep, modelStepsOf } from './model-steps.ts'
import type { DocumentedStep } from './procedure.ts'
import { rarityOf, shareOf, wordsOf } from './words.ts'

/** How alike documented and modelled steps and titles are, 0 to 1, for a given set of flows. */
export interface Likeness {
  steps(documented: DocumentedStep, modelled: ModelStep): number
  titles(documented: string, flow: Flow): number
  modelled(flow: Flow): ModelStep[]
}

/** In lower case, words parted by single spaces, so that a label can be looked up whole. */
const flat = (text: string) =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

interface Seen {
  text: string
  words: Set<string>
  labels: string[]
}

const WEIGHTS = { modelLabels: 0.45, modelWords: 0.35, documentedLabels: 0.2 }

/**
 * Compares by labels first, since both sides take them from the same screens, then by words, rare ones counting most. The
 * model's labels are looked for anywhere in a step, not only in bold: the documentation does not mark all of them.
 */
export function likenessFor(packs: readonly Pack[]): Likeness {
  const flows = packs.flatMap((pack) => pack.flows)
  const modelled = new Map(
    packs.flatMap((pack) => pack.flows.map((flow) => [flow, modelStepsOf(flow, pack.screens)] as const)),
  )
  const all = [...modelled.values()].flat()
  const rarityOfWord = rarityOf(all.map(({ words }) => words))
  const rarityOfLabel = rarityOf(all.map(({ labels }) => labels))
  const rarityInTitle = rarityOf(flows.map(({ title }) => wordsOf(title)))
  const memory = new WeakMap<DocumentedStep, Seen>()

  function seen(step: DocumentedStep): Seen {
    const known = memory.get(step)
    if (known) return known
    const labels = step.labels.map((label) => flat(label).trim())
    const fresh = { text: flat(step.body), words: wordsOf(step.body), labels }
    memory.set(step, fresh)
    return fresh
  }

  return {
    modelled: (flow) => modelled.get(flow) ?? [],

    titles(documented, flow) {
      const [one, other] = [wordsOf(documented), wordsOf(flow.title)]
      const weight = (word: string) => 0.2 + rarityInTitle(word)
      const there = shareOf(other, (word) => Number(one.has(word)), weight)
      const back = shareOf(one, (word) => Number(other.has(word)), weight)
      return (2 * there + back) / 3
    },

    steps(documented, model) {
      const { text, words, labels } = seen(documented)
      const modelText = flat([...model.labels, ...model.words].join(' '))
      const bold = (label: string) => labels.includes(flat(label).trim())
      const found = (label: string) => (bold(label) ? 1 : text.includes(flat(label)) ? 0.8 : 0)
      const weight = (label: string) => 0.3 + rarityOfLabel(label)
      const parts: [number, number][] = [
        [
          WEIGHTS.modelWords,
          shareOf(
            model.words,
            (word) => Number(words.has(word)),
            (word) => 0.1 + rarityOfWord(word),
          ),
        ],
      ]
      if (model.labels.length > 0) {
        // A step may offer several ways; half of their labels are as good as all.
        parts.push([WEIGHTS.modelLabels, Math.min(1, 1.5 * shareOf(model.labels, found, weight))])
      }
      if (labels.length > 0) {
        const known = (label: string) => Number(modelText.includes(flat(label)))
        parts.push([WEIGHTS.documentedLabels, shareOf(labels, known, () => 1)])
      }
      const total = parts.reduce((sum, [part]) => sum + part, 0)
      return parts.reduce((sum, [part, value]) => sum + part * value, 0) / total
    },
  }
}
