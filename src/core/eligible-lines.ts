import { foldName } from './eligibility.ts'
import type { FundingLine } from './funding-line.ts'
import type { LineColumns } from './line-columns.ts'
import { emptyMask, hasBit, setBit } from './line-mask.ts'
import type { Project } from './project.ts'
import type { ProjectColumns } from './project-columns.ts'

/** Projects of one sector that the same lines may pay. */
export interface EligibilityClass {
  readonly sector: number
  /** The lines that may pay, one bit per line slot. */
  readonly mask: Uint32Array
}

/** One condition of the lines: what it reads of a project, and which values a line allows, both folded alike; an empty list allows all. */
interface Condition {
  value(project: Project): string
  allowed(line: FundingLine): readonly string[]
  fold?(value: string): string
}

const ALL = 0xffffffff
const BORDER = 'border'
const CONDITIONS: readonly Condition[] = [
  {
    value: ({ isBorder }) => (isBorder ? BORDER : ''),
    allowed: ({ eligibility }) => (eligibility.borderOnly ? [BORDER] : []),
  },
  {
    value: ({ sector }) => sector,
    allowed: ({ eligibility }) => eligibility.sectors,
    fold: foldName,
  },
  {
    value: ({ place }) => place,
    allowed: ({ eligibility }) => eligibility.places,
    fold: foldName,
  },
  { value: ({ region }) => region, allowed: ({ eligibility }) => eligibility.regions },
  { value: ({ group }) => group, allowed: ({ eligibility }) => eligibility.groups },
  { value: ({ stage }) => stage, allowed: ({ eligibility }) => eligibility.stages },
]
const CAPITAL: Condition = {
  value: ({ capitalType }) => capitalType,
  allowed: ({ capitalType }) => [capitalType],
}

/**
 * Which lines may pay which project, as bit masks: projects that differ in nothing a line asks about
 * share a class, so that a nation of pairs is a few hundred masks.
 */
export class EligibleLines {
  readonly classes: EligibilityClass[] = []
  /** The class of each project slot. */
  readonly classOf: Int32Array
  /** The sector of each project slot; sectors are told apart without case and accents' spelling. */
  readonly sectorOf: Int32Array
  readonly sectorCount: number
  /** The lines whose conditions a project meets, whatever kind of capital they are. */
  private readonly met: Uint32Array[] = []
  private readonly everyLine: Uint32Array

  constructor(lines: LineColumns, projects: ProjectColumns) {
    const attributes = CONDITIONS.map((condition) => new Attribute(condition, lines)).filter(
      ({ isAsked }) => isAsked,
    )
    const capital = new Attribute(CAPITAL, lines)
    const sectors = new SectorNumbers()
    this.everyLine = emptyMask(lines.count).fill(ALL)
    const classes = new Map<number, number>()
    this.classOf = new Int32Array(projects.count)
    this.sectorOf = new Int32Array(projects.count)
    projects.entries.forEach((project, slot) => {
      const sector = sectors.of(project.sector)
      let key = sector
      for (const attribute of attributes) key = key * attribute.limit + attribute.maskOf(project)
      key = key * capital.limit + capital.maskOf(project)
      let found = classes.get(key)
      if (found === undefined) {
        found = this.addClass(sector, attributes, capital, project)
        classes.set(key, found)
      }
      this.classOf[slot] = found
      this.sectorOf[slot] = sector
    })
    this.sectorCount = sectors.count
  }

  /** Whether a project slot meets a line slot's conditions; the kind of capital is a matter of its own. */
  meets(project: number, line: number): boolean {
    return hasBit(this.met[this.classOf[project] as number], line)
  }

  /** Whether a line slot may pay a project slot: its conditions are met and the kind of capital is right. */
  canPay(project: number, line: number): boolean {
    return hasBit(this.classes[this.classOf[project] as number]?.mask, line)
  }

  private addClass(
    sector: number,
    attributes: readonly Attribute[],
    capital: Attribute,
    project: Project,
  ): number {
    const met = attributes
      .map((attribute) => attribute.masks[attribute.maskOf(project)] as Uint32Array)
      .reduce(intersect, this.everyLine)
    this.met.push(met)
    const mask = intersect(met, capital.masks[capital.maskOf(project)] as Uint32Array)
    return this.classes.push({ sector, mask }) - 1
  }
}

/** The masks one condition gives, each once; a value that no line names is like any other such value. */
class Attribute {
  readonly masks: Uint32Array[] = []
  /** No number `maskOf` gives reaches this. */
  readonly limit: number
  /** Whether any line asks for it. */
  readonly isAsked: boolean
  private readonly byValue = new Map<string, number>()
  private readonly byMask = new Map<string, number>()

  constructor(
    private readonly condition: Condition,
    private readonly lines: LineColumns,
  ) {
    const named = new Set(lines.entries.flatMap((line) => condition.allowed(line)))
    this.limit = named.size + 2
    this.isAsked = named.size > 0
  }

  maskOf(project: Project): number {
    const value = this.condition.value(project)
    const known = this.byValue.get(value)
    if (known !== undefined) return known
    const mask = this.build(value)
    const key = mask.join()
    const number = this.byMask.get(key) ?? this.masks.push(mask) - 1
    this.byMask.set(key, number)
    this.byValue.set(value, number)
    return number
  }

  private build(value: string): Uint32Array {
    const mask = emptyMask(this.lines.count)
    this.lines.entries.forEach((line, slot) => {
      const allowed = this.condition.allowed(line)
      const { fold = (text) => text } = this.condition
      if (allowed.length > 0 && !allowed.some((name) => fold(name) === fold(value))) return
      setBit(mask, slot)
    })
    return mask
  }
}

function intersect(a: Uint32Array, b: Uint32Array): Uint32Array {
  return a.map((word, at) => word & (b[at] as number))
}

/** Numbers sectors; names that fold alike are one. */
class SectorNumbers {
  private readonly byName = new Map<string, number>()
  private readonly byFolded = new Map<string, number>()

  get count(): number {
    return this.byFolded.size
  }

  of(name: string): number {
    const known = this.byName.get(name)
    if (known !== undefined) return known
    const folded = foldName(name)
    const number = this.byFolded.get(folded) ?? this.byFolded.size
    this.byFolded.set(folded, number)
    this.byName.set(name, number)
    return number
  }
}
