import type { Flow } from '../../machines/flow.ts'
import { activateAccountDriver } from './activate-account.ts'
import type { Driver } from './driver.ts'
import { logInDriver } from './log-in.ts'

/** Every driver, listed once. */
export const drivers: Driver[] = [activateAccountDriver, logInDriver]

/** The driver of a flow; throws with the file to write when there is none. */
export function driverOf(flow: Flow): Driver {
  const driver = drivers.find((driver) => driver.flow.id === flow.id)
  if (!driver)
    throw new Error(`There is no conformance/drivers/${flow.id}.ts that says how ${flow.id} is done.`)
  return driver
}
