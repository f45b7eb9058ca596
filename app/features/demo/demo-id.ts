/** A UUIDv7 (RFC 9562) of an instant in the demo's past; the same for the same sequence of random numbers. */
export function demoId(at: number, random: () => number): string {
  const time = at.toString(16).padStart(12, "0");
  const bits = () => Math.floor(random() * 0x1_0000_0000);
  const hex = (value: number, digits: number) => (value >>> 0).toString(16).padStart(8, "0").slice(-digits);
  const variant = hex((bits() & 0x3fff) | 0x8000, 4);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(bits(), 3)}-${variant}-${hex(bits(), 8)}${hex(bits(), 4)}`;
}
