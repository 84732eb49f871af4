import { pressable, type Screen } from '../../machines/model/screen.ts'
import { nearest, plain, wordsOf } from '../page/label.ts'
import { fieldsOn, type Snapshot } from '../page/snapshot.ts'

/** A documented name that the page does not have, and which of its names may be meant. */
export interface Proposal {
  part: 'heading' | 'field' | 'button' | 'link'
  documented: string
  /** Names on the page that mean nothing else, the most likely one first. */
  found: readonly string[]
}

/** What a page shows, and the buttons that send what was filled in: each the first of its form. */
export interface LookedAt {
  snapshot: Snapshot
  /** Headings that each page of the site has: they tell no page from another. */
  siteTitles: readonly string[]
  sends: readonly string[]
}

/**
 * The documented names of a screen that a check would not find on its page. What differs in case, punctuation or a few words is
 * found, so nothing is proposed for it.
 */
export function proposalsFor(screen: Screen, { snapshot, siteTitles, sends }: LookedAt): Proposal[] {
  const { heading, fields = [], buttons = [], links = [] } = screen
  // What is pressed on a screen without fields leads on: it does not send what is filled in, such as a search.
  const buttonsHere = snapshot.buttons.filter((name) => fields.length > 0 || !sends.includes(name))
  const clickable = [...new Set([...(fields.length > 0 ? sends : []), ...buttonsHere, ...snapshot.links])]
  return [
    ...propose('heading', [heading], snapshot.headings).map((proposal) => ({
      ...proposal,
      found: proposal.found.filter((name) => !siteTitles.some((title) => plain(title) === name)),
    })),
    ...propose(
      'field',
      fields.map(({ label }) => label),
      fieldsOn(snapshot, fields),
    ),
    ...propose('button', buttons, clickable, pressable(screen)),
    ...propose('link', links, [...new Set([...snapshot.links, ...clickable])], pressable(screen)),
  ]
}

/** @param others documented names for which names on the page may be taken too */
function propose(
  part: Proposal['part'],
  documented: readonly string[],
  names: readonly string[],
  others: readonly string[] = documented,
): Proposal[] {
  const taken = new Set(others.map((one) => plain(nearest(one, [...names])?.name ?? '')))
  const missing = (all: readonly string[]) => all.filter((one) => nearest(one, [...names]) === undefined)
  const open = missing(documented)
  /** A name that is more like another missing one is meant for that: “Forgot?” sends no password. */
  const isOfAnother = (one: string, name: string) =>
    missing(others).some((other) => other !== one && likeness(other, name) > likeness(one, name))
  return open.map((one) => {
    const found = [...new Set(names.map(plain))]
      // A field or a heading has to be one of those that are there; a link that is called otherwise altogether is another one.
      .filter((name) => name && !taken.has(name) && !isOfAnother(one, name))
      .filter((name) => part !== 'link' || likeness(one, name) > 0)
      .toSorted((a, b) => likeness(one, b) - likeness(one, a))
    // Each name is the first choice for one documented name only.
    const [first] = found
    if (first !== undefined) taken.add(first)
    return { part, documented: one, found }
  })
}

/** Words of a label; “sign in” means “log in”, written in one word or two. */
const meaningsOf = (label: string) =>
  wordsOf(label).flatMap((word) => {
    if (word === 'sign') return ['log']
    return /^(?:log|sign)(?:in|out|on)$/.test(word) ? ['log', word.replace(/^(?:log|sign)/, '')] : [word]
  })

/** The share of words that two names have in common, from 0 to 1 (the Sørensen–Dice coefficient). */
function likeness(a: string, b: string): number {
  const [wanted, words] = [new Set(meaningsOf(a)), new Set(meaningsOf(b))]
  const both = [...wanted].filter((word) => words.has(word)).length
  return both === 0 ? 0 : (2 * both) / (wanted.size + words.size)
}
