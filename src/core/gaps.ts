import { CodeOrder } from './code-order.ts'
import { compareText } from './compare-text.ts'
import { EligibleLines } from './eligible-lines.ts'
import type { FiscalYear } from './fiscal-year.ts'
import type { FundingLine } from './funding-line.ts'
import { hasBit } from './line-mask.ts'
import { FlowNetwork } from './max-flow.ts'
import { type Money, money } from './money.ts'
import type { PlanIndex } from './plan-index.ts'
import type { Project } from './project.ts'

/**
 * Projects that together need more in a year than all the lines that may pay them hold: `gap` is need less
 * available, above zero, whole đồng. Both lists are in code order.
 */
export interface Gap {
  readonly year: FiscalYear
  readonly projects: readonly Project[]
  /** The lines that may pay some of the projects and hold money; empty where there is none. */
  readonly lines: readonly FundingLine[]
  readonly need: Money
  readonly available: Money
  readonly gap: Money
}

/** Projects that the same lines with money may pay in a year, by slots. */
interface Demand {
  readonly lines: readonly number[]
  readonly projects: number[]
  need: bigint
}

/** Lines that may pay the same demands in a year, by slots. */
interface Supply {
  readonly demands: readonly number[]
  readonly lines: number[]
  available: bigint
}

/**
 * The needs that no allocation at all could meet, year by year, largest gap first: needs in full against
 * ceilings less reserves in full, whatever is allocated now. Together the projects named are the smallest
 * group whose gap is the whole that must stay unmet; groups that share no line stand apart.
 */
export function findGaps(index: PlanIndex, year: FiscalYear | null = null): Gap[] {
  const eligible = new EligibleLines(index.lines, index.projects)
  const order = {
    projects: new CodeOrder(index.projects.entries),
    lines: new CodeOrder(index.lines.entries),
  }
  const years = year === null ? index.years : [year]
  return years.flatMap((of) => {
    const available = measureLines(index, of)
    const demands = gatherDemands(index, eligible, of, available)
    const supplies = gatherSupplies(demands, available)
    const blocked = findBlocked(demands, supplies)
    return splitApart(demands.length, supplies, blocked)
      .map((group) => describeGap(of, order, pickGroup(group, demands, supplies)))
      .sort(compareGaps)
  })
}

/** What each line slot can give in a year: ceiling less reserve while it is valid, never below zero. */
function measureLines({ lines }: PlanIndex, year: FiscalYear): bigint[] {
  const offset = year - lines.span.first
  return lines.entries.map((_, line) => {
    if (year > (lines.validUntil[line] as number)) return 0n
    const row = line * lines.span.count + offset
    return BigInt(Math.max(0, (lines.ceiling[row] as number) - (lines.reserve[row] as number)))
  })
}

function gatherDemands(
  { projects }: PlanIndex,
  { classes, classOf }: EligibleLines,
  year: FiscalYear,
  available: readonly bigint[],
): Demand[] {
  const demands = new Map<string, Demand>()
  const byClass = classes.map(({ mask }) => {
    const lines = [...available.keys()].filter(
      (line) => (available[line] ?? 0n) > 0n && hasBit(mask, line),
    )
    const key = lines.join()
    const demand = demands.get(key) ?? { lines, projects: [], need: 0n }
    demands.set(key, demand)
    return demand
  })
  for (let project = 0; project < projects.count; project += 1) {
    const need = projects.need[project * projects.span.count + year - projects.span.first] as number
    const demand = byClass[classOf[project] as number]
    if (need === 0 || !demand) continue
    demand.projects.push(project)
    demand.need += BigInt(need)
  }
  return [...demands.values()].filter(({ need }) => need > 0n)
}

function gatherSupplies(demands: readonly Demand[], available: readonly bigint[]): Supply[] {
  const users = available.map((): number[] => [])
  demands.forEach(({ lines }, demand) => {
    for (const line of lines) users[line]?.push(demand)
  })
  const supplies = new Map<string, Supply>()
  users.forEach((of, line) => {
    if (of.length === 0) return
    const supply = supplies.get(of.join()) ?? { demands: of, lines: [], available: 0n }
    supplies.set(of.join(), supply)
    supply.lines.push(line)
    supply.available += available[line] ?? 0n
  })
  return [...supplies.values()]
}

/** The demands on the near side of the smallest least cut: those left short by a greatest flow, and all that could give way to them. */
function findBlocked(demands: readonly Demand[], supplies: readonly Supply[]): Set<number> {
  const [source, sink] = [demands.length + supplies.length, demands.length + supplies.length + 1]
  const network = new FlowNetwork(sink + 1)
  demands.forEach(({ need }, demand) => network.connect(source, demand, need))
  supplies.forEach((supply, at) => {
    const node = demands.length + at
    network.connect(node, sink, supply.available)
    for (const demand of supply.demands) {
      network.connect(demand, node, demands[demand]?.need ?? 0n)
    }
  })
  network.maximise(source, sink)
  const levels = network.measureFrom(source)
  return new Set([...demands.keys()].filter((demand) => (levels[demand] as number) >= 0))
}

/** The blocked demands in groups that share no supply. */
function splitApart(
  count: number,
  supplies: readonly Supply[],
  blocked: ReadonlySet<number>,
): ReadonlySet<number>[] {
  const parents = Array.from({ length: count }, (_, demand) => demand)
  const rootOf = (demand: number): number => {
    let root = demand
    while (parents[root] !== root) root = parents[root] as number
    return root
  }
  for (const { demands } of supplies) {
    const [first, ...others] = demands.filter((demand) => blocked.has(demand))
    for (const other of others) parents[rootOf(other)] = rootOf(first ?? other)
  }
  const groups = new Map<number, Set<number>>()
  for (const demand of blocked) {
    const root = rootOf(demand)
    const group = groups.get(root)
    if (group) group.add(demand)
    else groups.set(root, new Set([demand]))
  }
  return [...groups.values()]
}

/** A blocked group: its demands and every supply any of them may use. */
interface Group {
  readonly demands: readonly Demand[]
  readonly supplies: readonly Supply[]
}

function pickGroup(
  members: ReadonlySet<number>,
  demands: readonly Demand[],
  supplies: readonly Supply[],
): Group {
  return {
    demands: demands.filter((_, demand) => members.has(demand)),
    supplies: supplies.filter((supply) => supply.demands.some((demand) => members.has(demand))),
  }
}

function describeGap(
  year: FiscalYear,
  order: { projects: CodeOrder<Project>; lines: CodeOrder<FundingLine> },
  group: Group,
): Gap {
  const need = group.demands.reduce((sum, demand) => sum + demand.need, 0n)
  const available = group.supplies.reduce((sum, supply) => sum + supply.available, 0n)
  return {
    year,
    projects: order.projects.pick(group.demands.flatMap(({ projects }) => projects)),
    lines: order.lines.pick(group.supplies.flatMap(({ lines }) => lines)),
    need: money(need),
    available: money(available),
    gap: money(need - available),
  }
}

function compareGaps(a: Gap, b: Gap): number {
  if (a.gap !== b.gap) return a.gap > b.gap ? -1 : 1
  return compareText(a.projects[0]?.code ?? '', b.projects[0]?.code ?? '')
}
