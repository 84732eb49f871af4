/**
 * The run-time interface that a learning management system offers to a SCORM 2004 package (IEEE 1484.11.2): methods take and
 * give strings; `'true'` says that a call succeeded.
 */
interface Runtime {
  Initialize(nothing: ''): string
  Terminate(nothing: ''): string
  GetValue(element: string): string
  SetValue(element: string, value: string): string
  Commit(nothing: ''): string
}

/** What a system learns about a walk. */
export interface WalkState {
  /** The address of the moment within the file. */
  location: string
  /** Documented steps that are done, and all of them. */
  done: number
  steps: number
  isCompleted: boolean
}

/** The longest bookmark that every system keeps (SCORM 2004 4th edition RTE 4.2.14). */
const LONGEST = 1000
/** How many windows are asked; a page may be its own parent. */
const WINDOWS = 500

/** Asks the windows around, then those around the window that opened this one (SCORM 2004 4th edition RTE 3.3.1). */
function findRuntime(from: Window): Runtime | undefined {
  const around = (start: Window) => {
    let at = start
    for (let n = 0; n < WINDOWS; n += 1) {
      const found = (at as { API_1484_11?: Runtime }).API_1484_11
      if (found) return found
      if (at.parent === at) return undefined
      at = at.parent
    }
    return undefined
  }
  try {
    return around(from) ?? (from.opener ? around(from.opener as Window) : undefined)
  } catch {
    // A window of another site answers nothing.
    return undefined
  }
}

/** `PT1H2M3S`, as ISO 8601 writes a duration. */
export function durationOf(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  return `PT${Math.floor(seconds / 3600)}H${Math.floor((seconds % 3600) / 60)}M${seconds % 60}S`
}

/** The learning management system that shows this file, with an open session; none where the file is opened by itself. */
export class LearningSystem {
  readonly #runtime: Runtime
  readonly #began = Date.now()
  #isCompleted: boolean
  #isOver = false

  private constructor(runtime: Runtime) {
    this.#runtime = runtime
    this.#isCompleted = runtime.GetValue('cmi.completion_status') === 'completed'
  }

  static find(window: Window): LearningSystem | undefined {
    const runtime = findRuntime(window)
    if (runtime?.Initialize('') !== 'true') return undefined
    const system = new LearningSystem(runtime)
    // Not every browser says `unload`, and a page that is kept for Back comes again without a fresh start.
    window.addEventListener('pagehide', () => system.#end())
    return system
  }

  /** Where the person was when the package was closed; empty at the first time. */
  get location(): string {
    return this.#runtime.GetValue('cmi.location')
  }

  /** Reports a moment. What was completed once stays so, wherever the person goes then. */
  report({ location, done, steps, isCompleted }: WalkState): void {
    if (this.#isOver) return
    this.#isCompleted ||= isCompleted
    const progress = this.#isCompleted ? 1 : steps === 0 ? 0 : done / steps
    this.#set('cmi.completion_status', this.#isCompleted ? 'completed' : 'incomplete')
    if (this.#isCompleted) this.#set('cmi.success_status', 'passed')
    this.#set('cmi.progress_measure', String(Math.round(progress * 100) / 100))
    if (location.length <= LONGEST) this.#set('cmi.location', location)
    this.#runtime.Commit('')
  }

  #set(element: string, value: string): void {
    this.#runtime.SetValue(element, value)
  }

  #end(): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#set('cmi.session_time', durationOf(Date.now() - this.#began))
    // A person who comes again goes on where they were.
    this.#set('cmi.exit', this.#isCompleted ? 'normal' : 'suspend')
    this.#runtime.Terminate('')
  }
}
