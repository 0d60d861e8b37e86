/** Lower case unit by unit, so that offsets stay. */
export function lowerSameLength(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i += 1) {
    const unit = text[i] as string;
    const low = unit.toLowerCase();
    out += low.length === 1 ? low : unit;
  }
  return out;
}
