import type { Definition, Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { inlineText, oneLine } from './plain-text.ts'
import { isNoStep, stepLabelOf } from './step-label.ts'

/** What a step holds in addition to its words. */
export interface StepContent {
  /** Bold labels in the order of the text, each once. */
  labels: string[]
  /** Addresses of links. */
  links: string[]
  /** Addresses of images. */
  images: string[]
}

const admonition =
  /^(?:note|tip|caution|warning|important|recommended|remember|info|information|example|danger|attention|best practice)s?$/i

/** Bold text that names something on a screen; undefined for step labels, "NOTE:" and whole sentences in bold. */
function labelOf(bold: string): string | undefined {
  if (stepLabelOf(bold) || isNoStep(bold)) return undefined
  const label = bold.replace(/^[\s*_]+|[\s*_.,:;]+$/g, '')
  const isNamed = /\p{L}/u.test(label)
  return !isNamed || admonition.test(label) || label.split(' ').length > 8 ? undefined : label
}

const unique = (values: string[]) => [...new Set(values)]

/** Address of each `[name]: address` of a page, by its name. */
export function definitionsOf(root: Root): Map<string, string> {
  const found = new Map<string, string>()
  visit(root, 'definition', (node: Definition) => {
    found.set(node.identifier, node.url)
  })
  return found
}

/** Labels, links and images of the nodes that make up a step. */
export function contentOf(nodes: Nodes[], definitions: Map<string, string>): StepContent {
  const content: StepContent = { labels: [], links: [], images: [] }
  for (const root of nodes) {
    visit(root, (node) => {
      switch (node.type) {
        case 'strong': {
          const label = labelOf(inlineText([node]))
          if (label) content.labels.push(label)
          break
        }
        case 'link':
          content.links.push(node.url)
          break
        case 'linkReference':
          content.links.push(definitions.get(node.identifier) ?? node.identifier)
          break
        case 'image':
          content.images.push(node.url)
          break
        case 'imageReference':
          content.images.push(definitions.get(node.identifier) ?? node.identifier)
          break
        case 'mdxJsxFlowElement':
        case 'mdxJsxTextElement':
          for (const attribute of node.attributes) {
            if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') continue
            if (attribute.name === 'href') content.links.push(attribute.value)
            if (attribute.name === 'src') content.images.push(attribute.value)
          }
      }
    })
  }
  return {
    labels: unique(content.labels.map(oneLine)),
    links: unique(content.links),
    images: unique(content.images),
  }
}
