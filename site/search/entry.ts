export type Kind = 'flow' | 'step' | 'screen' | 'message' | 'clause' | 'gap' | 'term' | 'doc'

/** Something that can be found. */
export interface Entry {
  kind: Kind
  text: string
  /** The flow and the step or event that it belongs to. */
  where: string
  /** The labels of what can be used on a screen. */
  labels?: readonly string[] | undefined
  /** What else it is called. */
  also?: readonly string[] | undefined
  /** Address of the moment, or of the place on a page. */
  href: string
}
