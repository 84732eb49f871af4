/** Asks whether this browser shall be let off the second factor for a while. */
export function Remember({ ticked = false }: { ticked?: boolean | undefined }) {
  return (
    <label className="check">
      <input type="checkbox" name="remember" value="yes" defaultChecked={ticked} />
      Remember this device for 30 days
    </label>
  )
}
