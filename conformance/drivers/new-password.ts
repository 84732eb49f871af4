import { asDescribed } from './as-described.ts'
import type { Action } from './driver.ts'
import { fillHere, lacks } from './here.ts'

/** The state in which nothing is typed. */
const BLANK = /\.blank$/

/** Sends the form for a new password off; where it is to be empty, what a refusal has left in it is taken out before. */
export const sendNewPassword: Action = async (world, situation) => {
  const { screen, state = '' } = situation
  if (BLANK.test(state))
    for (const { label } of screen.fields ?? [])
      if (!lacks(world, screen, label)) await fillHere(world, screen, label, '')
  await asDescribed(world, situation)
}
