import type { Flow } from '../../machines/model/flow.ts'
import type { Moment } from '../../machines/model/walk.ts'
import { modeInWords } from './ModeSwitch.tsx'
import type { Place } from './walk/address.ts'
import { originInWords } from './walk/choices.ts'
import { stepTexts } from './walk/stages.ts'

interface Props {
  flow: Flow
  /** The flow is the procedure of a journey that is being walked: the journey counts its own steps. */
  isWithin?: boolean
  given: string
  mode: Place['mode']
  moment?: Moment | undefined
  /** Says of something that was done that the model does not know it here. */
  stranger?: string | undefined
  /** Why something could not be done for the reader. */
  problem?: string | undefined
  /** The screen that is shown, where it is not known what has led to it. */
  shownOnly?: string | undefined
  /** The deployment is not there yet. */
  isOpening?: boolean | undefined
  /** A notice says where one is, off the path. */
  isSaid?: boolean
}

/** The last transition in words, and why it is in the model. */
export function WhatHappened({ flow, given, mode, moment, stranger, problem, ...rest }: Props) {
  const { shownOnly, isOpening, isWithin, isSaid } = rest
  const edge = moment?.edge
  const origin = edge && originInWords(flow, edge)
  return (
    <p className="happened" role="status">
      {problem ? (
        <span className="stranger">That did not work. {problem}</span>
      ) : stranger ? (
        <span className="stranger">{stranger}</span>
      ) : isSaid ? null : shownOnly ? (
        <span className="origin">
          “{shownOnly}” is shown{isWithin ? `, a page of “${flow.title}”` : ''}.
        </span>
      ) : edge ? (
        <>
          <strong>{flow.events[edge.event]?.label}.</strong>{' '}
          {edge.meta.refused ? <span className="refusal">Refused.</span> : null}{' '}
          <span className="origin">
            {!isWithin
              ? origin
              : 'step' in edge.meta
                ? `${origin} of ${Object.keys(stepTexts(flow)).length} of “${flow.title}”`
                : `Within “${flow.title}”: ${origin}`}
          </span>
        </>
      ) : (
        <span className="origin">
          {flow.givens[given]}. {isOpening ? 'Your sandbox is opening …' : modeInWords(mode)}
        </span>
      )}
    </p>
  )
}
