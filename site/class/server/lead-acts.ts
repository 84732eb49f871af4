import type { Script } from '../model/events.ts'
import { indexIn, placeIn, problemOfScript } from '../model/script.ts'
import { beginningOf } from '../model/standing.ts'
import type { TrainerAct } from './bodies.ts'
import { ClassError } from './class-error.ts'
import type { Classroom } from './classroom.ts'

type Act<A extends TrainerAct['act']> = Extract<TrainerAct, { act: A }>

/** One presenter at a time: another window has to take over first. */
function demandPresenter({ state }: Classroom, presenter: string) {
  const { presenter: now } = state
  if (now && now.id !== presenter)
    throw new ClassError(409, 'not-presenting', `${now.name} is presenting. Ask to take over, or take over.`)
}

/** Leading, and who leads. */
export async function lead(
  room: Classroom,
  act: Act<'lead' | 'end-lead' | 'ask-presenter' | 'take-presenter'>,
): Promise<void> {
  const { presenter } = act
  switch (act.act) {
    case 'ask-presenter':
      return room.append({ kind: 'presenter-asked', presenter, name: act.name })
    case 'take-presenter':
      return room.append({ kind: 'presenter-taken', presenter, name: act.name })
    case 'end-lead':
      demandPresenter(room, presenter)
      return room.append({ kind: 'lead-ended' })
    case 'lead': {
      demandPresenter(room, presenter)
      const standing = room.standing(act.place)
      const first = room.state.presenter
        ? []
        : [{ kind: 'presenter-taken' as const, presenter, name: 'Trainer' }]
      return room.append(...first, { kind: 'led', place: act.place, standing, live: act.live })
    }
  }
}

/** One step of the demonstration forward or back, from the presenter’s window or a remote. */
export async function step(room: Classroom, { by, presenter }: Act<'step'>): Promise<void> {
  if (presenter !== undefined) demandPresenter(room, presenter)
  const { script, lead } = room.state
  const at = lead ? indexIn(script, lead.place) + by : 0
  const place = placeIn(script, Math.max(0, Math.min(at, script.steps.length)))
  await room.append({ kind: 'led', place, standing: room.standing(place), live: lead?.live === true })
}

/** @throws ClassError where a demonstration does not fit the model */
export async function setScript(room: Classroom, script: Script): Promise<void> {
  const problem = problemOfScript(room.pack.flows, script)
  if (problem) throw new ClassError(400, 'bad-script', problem)
  const { lead } = room.state
  const place = beginningOf(room.flow(script.flow), script.given)
  await room.append(
    { kind: 'scripted', script },
    ...(lead
      ? [{ kind: 'led' as const, place, standing: room.standing(place), live: lead.live === true }]
      : []),
  )
}
