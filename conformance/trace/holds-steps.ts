import type { Parents } from 'mdast'
import { EXIT, visit } from 'unist-util-visit'
import { isContainer, stepsTag, tagOf } from './containers.ts'
import { isProcedure } from './ordered-list.ts'
import { splitSteps } from './split-steps.ts'
import { stepsInTable } from './step-table.ts'
import { isStepsComponent } from './steps-component.ts'
import { titledStep } from './titled-step.ts'

/** Whether a node has steps or headings somewhere, so that it has to be read piece by piece. */
export function holdsSteps(node: Parents): boolean {
  let found = false
  visit(node, (inner) => {
    if (inner.type === 'heading') found = true
    if (isContainer(inner) && (stepsTag.test(tagOf(inner)) || isStepsComponent(inner) || titledStep(inner)))
      found = true
    if (inner.type === 'table' && stepsInTable(inner)) found = true
    if (inner.type === 'list' && inner.ordered && isProcedure(inner, false)) found = true
    if (inner.type === 'paragraph' && splitSteps(inner.children, 0).some(({ label }) => label)) found = true
    return found ? EXIT : undefined
  })
  return found
}
