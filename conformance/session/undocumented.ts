import { pressable, type Screen } from '../../machines/model/screen.ts'
import { nearest, plain } from '../page/label.ts'
import { fieldsOn, openButtons, type Snapshot } from '../page/snapshot.ts'
import {
  type Element,
  elementAt,
  isNowhere,
  type Override,
  type Place,
  textsOf,
} from '../targets/overrides.ts'

/** The most names that are noted one by one; of more, such as a button in each row of a table, only the number is noted. */
const MOST = 5
/** A name can be somebody's own: an address, or a number. */
const PERSONAL = /\S@\S|\d{4,}/

/**
 * The fields and buttons of a page that the documentation of its screen does not have, in words: the product may have got something
 * new. Where the profile finds something without its words, nothing is said: that could be the new one.
 */
export function undocumentedOn(screen: Screen, here: Override, snapshot: Snapshot): string[] {
  const { fields = [], heading } = screen
  const { labels = {}, fields: further = [] } = here
  const labelsOfFields = fields.map(({ label }) => label)
  return [
    ...named(
      'field',
      // Each box of a code has a name of its own, and all of them are one documented field.
      snapshot.boxes ? [] : fieldsOn(snapshot, fields),
      namesOf(
        labelsOfFields,
        labels,
        further.map(({ field }) => field),
      ),
    ),
    ...named('button', openButtons(snapshot), namesOf(pressable(screen), labels)),
  ].map((what) => `not in the documentation: ${what} on “${heading}”`)
}

/** What documented things are called here; `undefined` where one has no words. */
function namesOf(
  documented: readonly string[],
  here: NonNullable<Override['labels']>,
  further: readonly Element[] = [],
): string[] | undefined {
  const places: Place[] = [...documented.map((label) => elementAt(here[label])), ...further]
  const hasNoWords = (one: Place) => one !== undefined && !isNowhere(one) && !textsOf(elementAt(one))
  if (places.some(hasNoWords)) return undefined
  return [...documented, ...places.flatMap((one) => textsOf(elementAt(one)) ?? [])]
}

function named(kind: string, names: readonly string[], known: readonly string[] | undefined): string[] {
  if (!known) return []
  const all = [...new Set(names.map(plain))].filter(
    (name) => name && !PERSONAL.test(name) && !known.some((one) => nearest(one, [name])),
  )
  return all.length > MOST ? [`${all.length} ${kind}s`] : all.map((name) => `the ${kind} “${name}”`)
}
