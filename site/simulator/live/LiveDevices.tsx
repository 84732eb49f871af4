import { useCallback, useState } from 'react'
import type { BenchProps } from '../bench.ts'
import { Devices } from '../devices/Devices.tsx'
import { waitsOf } from '../devices/needs-of.ts'
import { Provider, type ProviderProps } from '../devices/Provider.tsx'
import type { SecurityKeyProps } from '../devices/SecurityKey.tsx'
import type { FramePage } from './frame-pages.ts'
import type { Live } from './open-live.ts'

interface Props extends Pick<BenchProps, 'pack' | 'flow'> {
  live: Live | undefined
  page: FramePage | undefined
  /** How far the sandbox's clock is ahead, in ms. */
  ahead: number
  notes: Record<string, string>
  securityKey: SecurityKeyProps
  provider: ProviderProps | undefined
}

/** What lies next to the screen: it belongs to the sandbox. */
export function LiveDevices({ pack, flow, live, page, ahead, notes, securityKey, provider }: Props) {
  const [, setIsScanned] = useState(false)
  const now = useCallback(() => Date.now() + ahead, [ahead])
  return (
    <Devices
      pack={pack}
      flow={flow}
      notes={notes}
      phone={{
        secret: live?.phone.secret,
        now,
        canScan: pack.screens[page?.screen ?? '']?.offers === 'authenticator-key',
        onScan: async () => setIsScanned((await live?.phone.scan()) === true),
      }}
      securityKey={securityKey}
      provider={provider ? <Provider {...provider} /> : null}
      clock={{
        passed: Math.round(ahead / 1000),
        waits: waitsOf(flow).map((wait) => ({ ...wait, isOpen: true })),
        onPass: (seconds) => void live?.control.advance(seconds * 1000),
      }}
    />
  )
}
