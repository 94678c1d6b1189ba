import { CAPITAL_TYPES } from '../capital-type.ts'
import { WorkbenchError } from '../error.ts'
import { type FiscalYear, yearsOf } from '../fiscal-year.ts'
import {
  FUNDING_SOURCES,
  type FundingLine,
  type LineEligibility,
  type LineYear,
} from '../funding-line.ts'
import { type Money, ZERO } from '../money.ts'
import type { Plan, PlanSettings } from '../plan.ts'
import { NO_REGION, PROJECT_GROUPS, PROJECT_STAGES, REGION_CLASSES } from '../project.ts'
import { type EntryForm, type FieldRefusal, refuseTakenCode } from './entry-form.ts'
import { type Field, type Lens, propertiesOf } from './field.ts'
import { choicesField, listField, programmeField } from './list-fields.ts'
import { amountField, choiceField, textField, yearField, yesNoField } from './plain-fields.ts'

type Period = Pick<PlanSettings, 'from' | 'to'>

const of = propertiesOf<FundingLine>()

/** The fields every line has, in the order of the plain table. */
const FIELDS: readonly Field<FundingLine>[] = [
  textField('code', of('code'), true),
  textField('name', of('name'), true),
  programmeField('programme', of('programme')),
  choiceField('source', of('source'), FUNDING_SOURCES),
  choiceField('capital_type', of('capitalType'), CAPITAL_TYPES),
  yearField('valid_until', of('validUntil')),
  listField('sectors', condition('sectors')),
  listField('places', condition('places')),
  choicesField('groups', condition('groups'), PROJECT_GROUPS),
  choicesField('stages', condition('stages'), PROJECT_STAGES),
  choicesField('regions', condition('regions'), REGION_CLASSES, NO_REGION),
  yesNoField('border_only', condition('borderOnly')),
  textField('budget_codes', of('budgetCodes')),
  textField('basis', of('basis')),
]

/** What a person may say of a funding line, its ceiling and reserve in each year of the period too. */
export function lineFields(period: Period): readonly Field<FundingLine>[] {
  return [...FIELDS, ...yearsOf(period).flatMap(yearFields)]
}

/** The form of a plan's funding lines. */
export function lineForm({ settings, lines }: Plan): EntryForm<FundingLine> {
  return {
    fields: lineFields(settings),
    check: (line) => [
      ...refuseTakenCode(line, lines.values()),
      ...yearsOf(settings).flatMap((year) => refuseReserve(line, year)),
    ],
  }
}

function yearFields(year: FiscalYear): readonly Field<FundingLine>[] {
  const ceilingOf = ({ years }: FundingLine) => ({ ceiling: years.get(year)?.ceiling ?? ZERO })
  return [
    amountField(`ceiling_${year}`, amountIn(year, 'ceiling')),
    amountField(`reserve_${year}`, amountIn(year, 'reserve'), ceilingOf),
  ]
}

function condition<N extends keyof LineEligibility>(
  name: N,
): Lens<FundingLine, LineEligibility[N]> {
  return {
    get: ({ eligibility }) => eligibility[name],
    put: (line, value) => ({ ...line, eligibility: { ...line.eligibility, [name]: value } }),
  }
}

function amountIn(year: FiscalYear, name: keyof LineYear): Lens<FundingLine, Money> {
  return {
    get: ({ years }) => years.get(year)?.[name] ?? ZERO,
    put(line, amount) {
      const years = new Map(line.years)
      const after = { ceiling: ZERO, reserve: ZERO, ...years.get(year), [name]: amount }
      if (after.ceiling === 0n && after.reserve === 0n) years.delete(year)
      else years.set(year, after)
      return { ...line, years }
    },
  }
}

function refuseReserve({ years }: FundingLine, year: FiscalYear): FieldRefusal[] {
  const { ceiling, reserve } = years.get(year) ?? { ceiling: ZERO, reserve: ZERO }
  if (reserve <= ceiling) return []
  const error = new WorkbenchError('reserve-above-ceiling', { year, ceiling, reserve })
  return [{ field: `reserve_${year}`, error }]
}
