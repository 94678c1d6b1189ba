const FIRST_CAPACITY = 64
const NONE = -1

/**
 * The cells with money of each project and year, as chains of nodes in typed columns: what a rule walks.
 * Rows, lines and years are slots, not ids; amounts are whole đồng of at most 10^15.
 */
export class PaidCells {
  private readonly heads: Int32Array
  private lines: Int32Array
  private amounts: Float64Array
  private nexts: Int32Array
  private used = 0
  private firstFree = NONE

  /** No cells yet; room for as many as are known to come. */
  constructor(rows: number, expected: number) {
    const capacity = Math.max(FIRST_CAPACITY, expected)
    this.heads = new Int32Array(rows).fill(NONE)
    this.lines = new Int32Array(capacity)
    this.amounts = new Float64Array(capacity)
    this.nexts = new Int32Array(capacity)
  }

  /** The first node of a row, or -1. */
  first(row: number): number {
    return this.heads[row] as number
  }

  /** The node after this one, or -1. */
  next(node: number): number {
    return this.nexts[node] as number
  }

  /** The line slot of a node. */
  line(node: number): number {
    return this.lines[node] as number
  }

  /** The amount of a node. */
  amount(node: number): number {
    return this.amounts[node] as number
  }

  /** Puts an amount into a row's cell, zero to take it out, and gives the amount that stood there. */
  set(row: number, line: number, amount: number): number {
    let before = NONE
    let node = this.first(row)
    while (node !== NONE && this.lines[node] !== line) {
      before = node
      node = this.next(node)
    }
    if (node === NONE) {
      if (amount !== 0) this.insert(row, line, amount)
      return 0
    }
    const stood = this.amount(node)
    if (amount !== 0) this.amounts[node] = amount
    else this.remove(row, before, node)
    return stood
  }

  /** Puts an amount into a cell known to be empty: loading a plan then need not search. */
  insert(row: number, line: number, amount: number): void {
    const node = this.takeNode()
    this.lines[node] = line
    this.amounts[node] = amount
    this.nexts[node] = this.first(row)
    this.heads[row] = node
  }

  private remove(row: number, before: number, node: number): void {
    if (before === NONE) this.heads[row] = this.next(node)
    else this.nexts[before] = this.next(node)
    this.nexts[node] = this.firstFree
    this.firstFree = node
  }

  private takeNode(): number {
    if (this.firstFree !== NONE) {
      const node = this.firstFree
      this.firstFree = this.next(node)
      return node
    }
    if (this.used === this.lines.length) this.grow()
    this.used += 1
    return this.used - 1
  }

  private grow(): void {
    const capacity = 2 * this.lines.length
    const [lines, amounts, nexts] = [
      new Int32Array(capacity),
      new Float64Array(capacity),
      new Int32Array(capacity),
    ]
    lines.set(this.lines)
    amounts.set(this.amounts)
    nexts.set(this.nexts)
    this.lines = lines
    this.amounts = amounts
    this.nexts = nexts
  }
}
