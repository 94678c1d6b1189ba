import { CAPITAL_TYPES } from '../capital-type.ts'
import { WorkbenchError } from '../error.ts'
import { type FiscalYear, yearsOf } from '../fiscal-year.ts'
import { type Money, ZERO } from '../money.ts'
import type { Plan, PlanSettings } from '../plan.ts'
import { PROJECT_GROUPS, PROJECT_STAGES, type Project, REGION_CLASSES } from '../project.ts'
import { type EntryForm, type FieldRefusal, refuseTakenCode } from './entry-form.ts'
import { type Field, type Lens, propertiesOf } from './field.ts'
import { ratiosField } from './list-fields.ts'
import {
  amountField,
  choiceField,
  dateField,
  textField,
  yearField,
  yesNoField,
} from './plain-fields.ts'

type Period = Pick<PlanSettings, 'from' | 'to'>

const of = propertiesOf<Project>()

/** The fields every project has, in the order of the plain table. */
const FIELDS: readonly Field<Project>[] = [
  textField('code', of('code'), true),
  textField('name', of('name'), true),
  textField('place', of('place')),
  yesNoField('border', of('isBorder')),
  choiceField('region', of('region'), REGION_CLASSES),
  textField('sector', of('sector')),
  textField('task', of('task')),
  choiceField('group', of('group'), PROJECT_GROUPS),
  choiceField('stage', of('stage'), PROJECT_STAGES),
  choiceField('capital_type', of('capitalType'), CAPITAL_TYPES),
  textField('owner', of('owner')),
  yearField('start_year', of('startYear')),
  yearField('end_year', of('endYear')),
  amountField('total_investment', of('totalInvestment')),
  amountField('funded_before', of('fundedBefore'), totalOf),
  amountField('arrears', of('arrears'), totalOf),
  amountField('advance', of('advance'), totalOf),
  textField('decision', of('decision')),
  dateField('decision_date', of('decisionDate')),
  textField('exception', of('exception')),
  ratiosField('ratios', of('ratios')),
]

/** What a person may say of a project, its need in each year of the period too. */
export function projectFields(period: Period): readonly Field<Project>[] {
  const needs = yearsOf(period).map((year) => amountField(`need_${year}`, needIn(year), totalOf))
  return [...FIELDS, ...needs]
}

/** The form of a plan's projects. */
export function projectForm({ settings, projects }: Plan): EntryForm<Project> {
  return {
    fields: projectFields(settings),
    check: (project) => [
      ...refuseTakenCode(project, projects.values()),
      ...refuseReversed(project),
    ],
  }
}

function totalOf({ totalInvestment }: Project): { total: Money } {
  return { total: totalInvestment }
}

function needIn(year: FiscalYear): Lens<Project, Money> {
  return {
    get: ({ needs }) => needs.get(year) ?? ZERO,
    put(project, need) {
      const needs = new Map(project.needs)
      if (need === 0n) needs.delete(year)
      else needs.set(year, need)
      return { ...project, needs }
    },
  }
}

function refuseReversed({ startYear, endYear }: Project): FieldRefusal[] {
  if (startYear === null || endYear === null || endYear >= startYear) return []
  const error = new WorkbenchError('years-reversed', { start: startYear, end: endYear })
  return [{ field: 'end_year', error }]
}
