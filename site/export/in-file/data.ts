import type { WalkProps } from '../../simulator/Walk.tsx'

/** What an exported file says of its walk, as JSON; the pack comes as a script. */
export type InFile = Pick<WalkProps, 'flowId' | 'mails' | 'next'>

/** Where an exported file has the modules that a pack imports, by their names. */
export const MODULES = 'doorstep.modules'

/** What the script of a pack calls with all that the pack exports. */
export const START = 'doorstep.start'
