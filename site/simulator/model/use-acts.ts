import { useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Did } from '../../../machines/model/observation.ts'
import { sameLabel } from '../../../machines/model/screen.ts'
import type { Typed } from '../../../machines/model/values.ts'
import { choicesAt, edgeAt } from '../../../machines/model/walk.ts'
import { append, type BenchProps, moveTo } from '../bench.ts'
import { addressNamed } from './addresses.ts'
import { advance } from './advance.ts'
import { type Form, formOn } from './did.ts'
import { fillsKind, fillsOf } from './fields.ts'
import type { Codes } from './known.ts'
import { type Arrived, wasOf } from './mailbox.ts'
import type { ReadForm } from './read-form.ts'
import { nowOf, openedKey, outcomeOf, type Stage, type StageOutcome, waysOf } from './stage.ts'
import { strangerWords } from './stranger-words.ts'
import type { Memory } from './use-memory.ts'

interface Options {
  stage: Stage
  memory: Memory
  codes: Codes
  /** @param at the moment after the event that has used it */
  spend: (code: string, at: string) => void
  arrived: readonly Arrived[]
  go: BenchProps['go']
}

interface Said {
  /** The page at which it was said: it goes with the page. */
  on: string
  /** That something is no part of the procedure. */
  stranger?: string
  problem?: string
}

/** What a person does without a server. */
export function useActs(options: Options) {
  const latest = useRef(options)
  useLayoutEffect(() => {
    latest.current = options
  })
  const queue = useRef(Promise.resolve())
  const [said, setSaid] = useState<Said>()
  const [asking, setAsking] = useState<{ on: string; form: Form }>()
  const on = openedKey(options.stage)
  // As in a browser, the question for the key is over with its page, also for somebody who comes back to it.
  if (asking && asking.on !== on) setAsking(undefined)
  const onNow = () => openedKey(latest.current.stage)

  /** One action after the other: leaving a field and pressing a button come at once. */
  const next = (action: () => Promise<void>) => {
    queue.current = queue.current
      .then(action)
      .catch((error: Error) => setSaid({ on: onNow(), problem: error.message }))
  }

  const take = (outcome: Exclude<StageOutcome, { is: 'unknown' }>, typed: Typed) => {
    const { stage, memory, spend, go } = latest.current
    const { walk, happened, finished } = advance(stage, outcome)
    for (const { spec, edge, before, key } of happened)
      for (const { field } of fillsOf(stage.pack, before, spec))
        if (field.holds === 'one-time-code' && !edge.meta.refused) spend(typed[field.label] ?? '', key)
    // The next action is understood where this one has led.
    flushSync(() => {
      setSaid(undefined)
      setAsking(undefined)
      memory.record(typed, happened)
      if (finished) memory.recordFinished(typed, finished)
      if (outcome.is === 'within') go((place) => ({ ...place, within: outcome.within }))
      if (walk) go((place) => moveTo(place, walk))
    })
  }

  const understand = (did: Did, inWords: string, typed: Typed = {}) => {
    const outcome = outcomeOf(latest.current.stage, did)
    if (outcome.is !== 'unknown') take(outcome, typed)
    else if (did.what !== 'type') {
      const { pack, flow } = latest.current.stage
      setSaid({ on: onNow(), stranger: strangerWords(pack, flow, did, inWords) })
    }
  }

  const readPage = async (read: ReadForm) => {
    const { stage, memory } = latest.current
    const now = nowOf(stage)
    const { chosen } = await memory.recall()
    const form = await formOn(memory.person, now.screen, read, chosen, stage.as)
    if (read.press !== undefined && asksForKey(stage, read.press)) setAsking({ on: onNow(), form })
    else understand(form.did, pressInWords(read), form.typed)
  }

  return {
    stranger: said?.on === on ? said.stranger : undefined,
    problem: said?.on === on ? said.problem : undefined,
    isKeyAsked: asking?.on === on,

    /** An event is done for the person. */
    perform: (event: string) => {
      const { stage, codes, spend, go } = options
      setSaid(undefined)
      setAsking(undefined)
      go(append(event))
      const { flow } = stage.outer
      const now = nowOf(stage.outer)
      const isTaken = edgeAt(flow, now, event)?.meta.refused !== true
      if (isTaken && fillsKind(stage.pack, now, flow.events[event], 'one-time-code'))
        next(async () => spend((await codes.code('right')) ?? '', `${waysOf(stage).at(-1)}/${event}`))
    },
    form: (read: ReadForm) => next(() => readPage(read)),
    answerKey: (key: 'touch' | 'cancel') =>
      next(async () => {
        if (asking?.form.did.what === 'send')
          understand({ ...asking.form.did, key }, 'the security key', asking.form.typed)
      }),
    follow: (link: string, mail: Arrived) =>
      next(async () =>
        understand(
          { what: 'follow', link, was: wasOf(latest.current.arrived, mail) },
          `“${link}” of that mail`,
        ),
      ),
    visit: (typed: string) =>
      next(async () => {
        const address = addressNamed(latest.current.stage.pack, typed)
        if (address !== undefined) understand({ what: 'visit', address }, `opening ${typed}`)
        else setSaid({ on: onNow(), stranger: `The model doesn’t know the address ${typed}.` })
      }),
    pass: (seconds: number) => next(async () => understand({ what: 'wait', seconds }, 'waiting')),
  }
}

const pressInWords = ({ press, changed }: ReadForm) =>
  `“${press}”${changed.length > 0 ? ' with what was typed' : ''}`

/** Whether the browser asks for the security key when something is pressed. */
const asksForKey = (stage: Stage, pressed: string): boolean =>
  choicesAt(stage.flow, nowOf(stage)).some(({ event }) => {
    const { key, press } = stage.flow.events[event] ?? {}
    return key !== undefined && press !== undefined && sameLabel(press, pressed)
  })
