const NONE = -1

/** A directed network of whole capacities, exact however large: how much flows from one node to another, and where it is stopped. */
export class FlowNetwork {
  private readonly firstArc: Int32Array
  // Arcs come in pairs: an odd arc gives back what the even one before it carries.
  private readonly nextArcs: number[] = []
  private readonly targets: number[] = []
  private readonly left: bigint[] = []

  constructor(nodes: number) {
    this.firstArc = new Int32Array(nodes).fill(NONE)
  }

  /** Lets a whole amount, zero or more, flow from one node to another. */
  connect(from: number, to: number, capacity: bigint): void {
    this.addArc(from, to, capacity)
    this.addArc(to, from, 0n)
  }

  /** Sends as much as fits, by Dinic's method, and gives the amount. */
  maximise(source: number, sink: number): bigint {
    let sent = 0n
    for (;;) {
      const levels = this.measureFrom(source)
      if (levels[sink] === NONE) return sent
      sent += this.fill(source, sink, levels)
    }
  }

  /** How many arcs with room lead to each node from this one, or -1 where none do: after `maximise`, the smallest side of a least cut. */
  measureFrom(source: number): Int32Array {
    const levels = new Int32Array(this.firstArc.length).fill(NONE)
    levels[source] = 0
    const queue = [source]
    for (const node of queue) {
      for (let arc = this.firstArc[node] as number; arc !== NONE; arc = this.after(arc)) {
        const target = this.targets[arc] as number
        if (levels[target] !== NONE || this.left[arc] === 0n) continue
        levels[target] = (levels[node] as number) + 1
        queue.push(target)
      }
    }
    return levels
  }

  private addArc(from: number, to: number, capacity: bigint): void {
    this.nextArcs.push(this.firstArc[from] as number)
    this.firstArc[from] = this.targets.push(to) - 1
    this.left.push(capacity)
  }

  private after(arc: number): number {
    return this.nextArcs[arc] as number
  }

  /** Fills every shortest path: each arc is given up once it leads nowhere any more. */
  private fill(source: number, sink: number, levels: Int32Array): bigint {
    const cursors = this.firstArc.slice()
    const path: number[] = []
    let node = source
    let sent = 0n
    for (;;) {
      const arc = node === sink ? NONE : this.stepFrom(node, levels, cursors)
      if (arc !== NONE) {
        path.push(arc)
        node = this.targets[arc] as number
      } else if (node === sink) {
        sent += this.push(path.splice(0))
        node = source
      } else {
        const back = path.pop()
        if (back === undefined) return sent
        node = this.targets[back ^ 1] as number
        cursors[node] = this.after(back)
      }
    }
  }

  private stepFrom(node: number, levels: Int32Array, cursors: Int32Array): number {
    const level = (levels[node] as number) + 1
    let arc = cursors[node] as number
    while (arc !== NONE && (this.left[arc] === 0n || levels[this.targets[arc] as number] !== level))
      arc = this.after(arc)
    cursors[node] = arc
    return arc
  }

  private push(path: readonly number[]): bigint {
    const room = path.map((arc) => this.left[arc] as bigint)
    const amount = room.reduce((least, left) => (left < least ? left : least))
    for (const arc of path) {
      this.left[arc] = (this.left[arc] as bigint) - amount
      this.left[arc ^ 1] = (this.left[arc ^ 1] as bigint) + amount
    }
    return amount
  }
}
