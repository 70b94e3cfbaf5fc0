/** Bits of a hash that choose a register: 16,384 registers of one byte tell up to millions of values within two in a hundred. */
const INDEX_BITS = 14;
const REGISTERS = 1 << INDEX_BITS;
const ALPHA = 0.7213 / (1 + 1.079 / REGISTERS);

/** FNV-1a, its bits mixed as MurmurHash3 ends: an estimate lives from hashes whose every bit is a coin. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}

/**
 * About how many different texts there were, in memory that does not grow with them (HyperLogLog). Of a few dozen the answer is exact but
 * for rare chance. Estimates of parts of a file are joined register by register.
 */
export class DistinctEstimate {
  constructor(readonly registers: Uint8Array = new Uint8Array(REGISTERS)) {}

  add(text: string): void {
    const bits = hash(text);
    const register = bits >>> (32 - INDEX_BITS);
    const zeros = Math.clz32((bits << INDEX_BITS) | (1 << (INDEX_BITS - 1))) + 1;
    if (zeros > (this.registers[register] as number)) this.registers[register] = zeros;
  }

  join({ registers }: Pick<DistinctEstimate, 'registers'>): void {
    registers.forEach((zeros, at) => {
      if (zeros > (this.registers[at] as number)) this.registers[at] = zeros;
    });
  }

  get count(): number {
    let sum = 0;
    let empty = 0;
    for (const zeros of this.registers) {
      sum += 2 ** -zeros;
      if (zeros === 0) empty++;
    }
    const raw = (ALPHA * REGISTERS * REGISTERS) / sum;
    // While registers are empty, how many are tells more than what the others hold.
    return Math.round(raw <= 2.5 * REGISTERS && empty > 0 ? REGISTERS * Math.log(REGISTERS / empty) : raw);
  }
}
