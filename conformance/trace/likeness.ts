import type { Flow } from '../../machines/model/flow.ts'
import type { Pack } from '../../machines/model/pack.ts'
import { type ModelStep, modelStepsOf } from './model-steps.ts'
import type { DocumentedStep } from './procedure.ts'
import { rarityOf, shareOf, weighedBy, wordsOf } from './words.ts'

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

interface Weighed {
  text: string
  words: [string, number][]
  labels: [string, number][]
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

  /** What is asked of a model step again and again, worked out once. */
  function weigh(model: ModelStep): Weighed {
    return {
      text: flat([...model.labels, ...model.words].join(' ')),
      words: weighedBy(model.words, (word) => 0.1 + rarityOfWord(word)),
      labels: weighedBy(model.labels, (label) => 0.3 + rarityOfLabel(label)).map(([label, weight]) => [
        flat(label),
        weight,
      ]),
    }
  }
  const weighed = new Map(all.map((model) => [model, weigh(model)]))

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
      const weigh = (words: Set<string>) => weighedBy(words, (word) => 0.2 + rarityInTitle(word))
      const there = shareOf(weigh(other), (word) => Number(one.has(word)))
      const back = shareOf(weigh(one), (word) => Number(other.has(word)))
      return (2 * there + back) / 3
    },

    steps(documented, model) {
      const { text, words, labels } = seen(documented)
      const own = weighed.get(model) ?? weigh(model)
      const parts: [number, number][] = [
        [WEIGHTS.modelWords, shareOf(own.words, (word) => Number(words.has(word)))],
      ]
      if (own.labels.length > 0) {
        const found = (label: string) => (labels.includes(label.trim()) ? 1 : text.includes(label) ? 0.8 : 0)
        // A step may offer several ways; half of their labels are as good as all.
        parts.push([WEIGHTS.modelLabels, Math.min(1, 1.5 * shareOf(own.labels, found))])
      }
      if (labels.length > 0) {
        const known = labels.filter((label) => own.text.includes(` ${label} `)).length
        parts.push([WEIGHTS.documentedLabels, known / labels.length])
      }
      const total = parts.reduce((sum, [part]) => sum + part, 0)
      return parts.reduce((sum, [part, value]) => sum + part * value, 0) / total
    },
  }
}
