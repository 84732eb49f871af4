import { holders } from '../clauses/list.ts'
import type { Action } from '../http/context.ts'
import { show } from '../http/show.tsx'

/** The clauses that the tenant holds, for everyone. */
export const showClauses: Action = async (c) => show(c, 'clauses', { rules: holders })
