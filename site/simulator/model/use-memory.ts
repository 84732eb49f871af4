import { useEffect, useMemo, useState } from 'react'
import type { Typed } from '../../../machines/model/values.ts'
import { notesOf } from '../devices/notes-of.ts'
import { keep, readKept } from '../kept-in-tab.ts'
import { beginsWithPassword } from './account.ts'
import type { Advance } from './advance.ts'
import type { Happened } from './happened.ts'
import { type Codes, knownOf, valuesOf } from './known.ts'
import { nothingTyped, type Person, type Remembered, remember } from './remember.ts'
import type { Stage } from './stage.ts'

type Records = ReadonlyMap<string, Typed>

/** What was typed along the walk, and what the person has to know for the rest of it. */
export function useMemory(stage: Stage, codes: Codes) {
  const { pack, outer } = stage
  const place = `${pack.id}:${outer.flow.id}:typed`
  const [records, setRecords] = useState<Records>(() => new Map(readKept<[string, Typed][]>(place)))
  useEffect(() => keep(place, records.size > 0 ? [...records] : undefined), [place, records])
  const [remembered, setRemembered] = useState<Remembered>(nothingTyped)
  const [notes, setNotes] = useState<Record<string, string>>({})

  const hasPassword = useMemo(
    () => beginsWithPassword(pack, outer.flow, outer.given),
    [pack, outer.flow, outer.given],
  )
  const person = useMemo<Person>(
    () => ({
      pack,
      values: valuesOf(pack, () => codes),
      knowing: (chosen, as) => knownOf(pack, hasPassword, chosen, codes.code, as),
    }),
    [pack, hasPassword, codes],
  )

  useEffect(() => {
    let gone = false
    const recall = async () => {
      const remembered = await remember(person, stage.happened, records)
      const notes = await notesOf(pack, outer.flow, person.values, person.knowing(remembered.chosen))
      if (gone) return
      setRemembered(remembered)
      setNotes(notes)
    }
    void recall()
    return () => {
      gone = true
    }
  }, [person, stage.happened, records, pack, outer.flow])

  /** Keeps what was typed by hand at some events. */
  const record = (typed: Typed, happened: readonly Happened[]) =>
    setRecords(
      (records) => new Map([...records, ...happened.map((one) => [one.key, pick(typed, one)] as const)]),
    )

  /** Keeps what was typed by hand in a procedure for the events that represent it from now on. */
  const recordFinished = (typed: Typed, { own, scripted }: NonNullable<Advance['finished']>) =>
    record({ ...Object.assign({}, ...own.map(({ key }) => records.get(key))), ...typed }, scripted)

  const recall = () => remember(person, stage.happened, records)

  /** Forgets what was typed: the walk begins again. */
  const forget = () => setRecords(new Map())

  return { person, recall, forget, record, recordFinished, remembered, notes }
}

export type Memory = ReturnType<typeof useMemory>

const pick = (typed: Typed, { spec }: Happened): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([label]) => label in (spec.fill ?? {})))
