import { PNG } from 'pngjs'
import { create } from 'qrcode'

/** Pixels that a module is wide. */
const SCALE = 6
/** Light modules around the code. */
const MARGIN = 2
/** Greyscale without transparency (PNG section 11.2.1); compressed as zlib does by default, a third of what pngjs chooses. */
const FORMAT = {
  colorType: 0,
  inputColorType: 0,
  inputHasAlpha: false,
  filterType: 0,
  deflateLevel: 6,
  deflateStrategy: 0,
} as const

/**
 * A text as a QR code: a PNG, as a data URL. `qrcode` draws one in colours, which keeps the event loop busy four times as long
 * while a crowd enrols.
 */
export function qrCode(text: string): string {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const side = (modules.size + 2 * MARGIN) * SCALE
  const png = new PNG({ ...FORMAT, width: side, height: side })
  png.data = Buffer.alloc(side * side, 255)
  for (let y = 0; y < modules.size * SCALE; y++)
    for (let column = 0; column < modules.size; column++) {
      if (!modules.get(Math.floor(y / SCALE), column)) continue
      const at = (y + MARGIN * SCALE) * side + (column + MARGIN) * SCALE
      png.data.fill(0, at, at + SCALE)
    }
  return `data:image/png;base64,${PNG.sync.write(png, FORMAT).toString('base64')}`
}
