import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FlowNetwork } from '../../src/core/max-flow.ts'

type Arc = readonly [from: number, to: number, capacity: bigint]

function build(nodes: number, arcs: readonly Arc[]): FlowNetwork {
  const network = new FlowNetwork(nodes)
  for (const [from, to, capacity] of arcs) network.connect(from, to, capacity)
  return network
}

test('a flow takes a way round where the direct one is full', () => {
  const arcs: Arc[] = [
    [0, 1, 3n],
    [0, 2, 2n],
    [1, 2, 5n],
    [1, 3, 2n],
    [2, 3, 3n],
  ]
  expect(build(4, arcs).maximise(0, 3)).toBe(5n)
})

test('a way first taken is given back where another needs it', () => {
  const arcs: Arc[] = [
    [0, 1, 1n],
    [0, 2, 1n],
    [1, 3, 1n],
    [1, 4, 1n],
    [2, 3, 1n],
    [3, 5, 1n],
    [4, 5, 1n],
  ]
  expect(build(6, arcs).maximise(0, 5)).toBe(2n)
})

test('amounts beyond 2^53 flow to the đồng', () => {
  const large = 2n ** 60n + 1n
  const arcs: Arc[] = [
    [0, 1, large],
    [0, 1, 1n],
    [1, 2, large],
  ]
  expect(build(3, arcs).maximise(0, 2)).toBe(large)
})

test('nothing flows where nothing leads', () => {
  const network = build(3, [[0, 1, 7n]])
  expect(network.maximise(0, 2)).toBe(0n)
  expect([...network.measureFrom(0)]).toEqual([0, 1, -1])
})

test('as much flows as the least cut lets through, and the nodes still reached are the smallest of the least cuts', () => {
  const NODES = 6
  const node = fc.nat(NODES - 1)
  const capacity = fc.oneof(fc.bigInt({ min: 0n, max: 4n }), fc.constant(2n ** 54n + 1n))
  const arcs = fc.array(fc.tuple(node, node, capacity), { maxLength: 14 })
  fc.assert(
    fc.property(arcs, (given) => {
      const cuts = sidesOf(NODES).map((side) => ({ side, weight: cutBy(given, side) }))
      const least = cuts.reduce(
        (lowest, { weight }) => (weight < lowest ? weight : lowest),
        2n ** 60n,
      )
      const network = build(NODES, given)
      expect(network.maximise(0, NODES - 1)).toBe(least)
      const leastSides = cuts.filter(({ weight }) => weight === least).map(({ side }) => side)
      const smallest = leastSides.reduce((common, side) => common & side)
      const levels = network.measureFrom(0)
      const reached = [...levels].reduce(
        (side, level, of) => (level < 0 ? side : side | (1 << of)),
        0,
      )
      expect(reached).toBe(smallest)
    }),
    { numRuns: 500 },
  )
})

/** Every set of nodes, as bits, with the first in it and the last not. */
function sidesOf(nodes: number): number[] {
  return Array.from({ length: 2 ** (nodes - 2) }, (_, inner) => 1 | (inner << 1))
}

function cutBy(arcs: readonly Arc[], side: number): bigint {
  const crossing = arcs.filter(([from, to]) => ((side >> from) & 1) > ((side >> to) & 1))
  return crossing.reduce((sum, [, , capacity]) => sum + capacity, 0n)
}
