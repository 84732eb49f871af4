import { placeOf, type Stage } from '../stages.ts'
import type { Visit } from '../store/schema.ts'
import { type Action, type Ctx, goTo } from './context.ts'

/** Where the visitor has to go on: the page of the stage, or the way in. */
export function goOn(c: Ctx) {
  const { visit } = c.var
  if (!visit) return goTo(c, '/log-in', 'login-page')
  const { page, screen } = placeOf[visit.stage]
  return goTo(c, page, screen)
}

/** Lets a request through only at its stages of the login; others are sent to the page where they stand. */
export function atStage(stages: Stage[], action: (c: Ctx, visit: Visit) => Promise<Response>): Action {
  return async (c) => {
    const { visit } = c.var
    return visit && stages.includes(visit.stage) ? action(c, visit) : goOn(c)
  }
}
