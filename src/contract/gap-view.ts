import type { Gap } from '../core/gaps.ts'

/** A project or line of a gap, as windows and sentences name it. */
export interface GapMember {
  readonly id: number
  readonly code: string
}

/** A gap as it crosses a port: who is short and which lines they may use, by id and code only. */
export interface GapView extends Omit<Gap, 'projects' | 'lines'> {
  readonly projects: readonly GapMember[]
  readonly lines: readonly GapMember[]
}

/** A gap without the facts of its projects and lines, which the window has already. */
export function viewGap({ projects, lines, ...figures }: Gap): GapView {
  const name = ({ id, code }: GapMember): GapMember => ({ id, code })
  return { ...figures, projects: projects.map(name), lines: lines.map(name) }
}
