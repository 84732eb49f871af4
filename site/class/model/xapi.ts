import type { ClassState, Person, Work } from './state.ts'

/** A statement as xAPI 1.0.3 part two, section 2.4 has it. */
export interface Statement {
  id: string
  actor: { objectType: 'Agent'; name: string; account: { homePage: string; name: string } }
  verb: { id: string; display: { en: string } }
  object: { objectType: 'Activity'; id: string; definition: { type: string; name: { en: string } } }
  result?: {
    completion: boolean
    success: boolean
    duration?: string
    extensions: Record<string, unknown>
  }
  context: { registration: string; platform: string }
  timestamp: string
}

const verbs = {
  initialized: 'http://adlnet.gov/expapi/verbs/initialized',
  completed: 'http://adlnet.gov/expapi/verbs/completed',
  passed: 'http://adlnet.gov/expapi/verbs/passed',
  failed: 'http://adlnet.gov/expapi/verbs/failed',
}

type Verb = keyof typeof verbs

/** An ISO 8601 duration, to a hundredth of a second as part two, section 4.6 asks for at most. */
const durationOf = (ms: number) => `PT${(Math.round(ms / 10) / 100).toString()}S`

export interface Naming {
  /** Origin of the site: activities and accounts are named below it. */
  site: string
  /** A UUID for a text: the same text has the same one. */
  uuid(text: string): string
}

/**
 * The results of a class as statements, in the order in which things happened: initialized, then completed and passed, or
 * failed where the time was up or something happened that was not allowed.
 */
export function statementsOf(state: ClassState, naming: Naming): Statement[] {
  const statements = [...state.people.values()].flatMap((person) =>
    state.exercises.flatMap((exercise) => {
      const work = person.work[exercise.id]
      return work ? ofWork(state, naming, person, exercise, work) : []
    }),
  )
  return statements.sort((one, other) => one.timestamp.localeCompare(other.timestamp))
}

function ofWork(
  { code, ended }: ClassState,
  { site, uuid }: Naming,
  person: Person,
  exercise: { id: string; title: string },
  work: Work,
): Statement[] {
  const about = (verb: Verb, at: number): Statement => ({
    id: uuid(`${code} ${person.id} ${exercise.id} ${verb}`),
    actor: { objectType: 'Agent', name: person.name, account: { homePage: site, name: person.id } },
    verb: { id: verbs[verb], display: { en: verb } },
    object: {
      objectType: 'Activity',
      id: `${site}/class/exercises/${encodeURIComponent(exercise.id)}`,
      definition: { type: 'http://adlnet.gov/expapi/activities/assessment', name: { en: exercise.title } },
    },
    context: { registration: uuid(`${code} ${person.id}`), platform: 'Doorstep' },
    timestamp: new Date(at).toISOString(),
  })
  const result = (at: number | undefined, success: boolean) => ({
    completion: at !== undefined,
    success,
    ...(at !== undefined && { duration: durationOf(at - work.began) }),
    extensions: {
      [`${site}/xapi/wrong-turns`]: work.wrong,
      [`${site}/xapi/hints`]: work.hints,
      [`${site}/xapi/path`]: work.path,
    },
  })
  const started = about('initialized', work.began)
  if (work.done !== undefined)
    return [
      started,
      { ...about('completed', work.done), result: result(work.done, true) },
      { ...about('passed', work.done), result: result(work.done, true) },
    ]
  if (!work.grade?.broke && ended === undefined) return [started]
  return [started, { ...about('failed', ended ?? work.began), result: result(undefined, false) }]
}
