import type { EntryResult } from '../contract/entry-edit.ts'
import { fromFailure } from '../contract/failure.ts'
import { nameField } from '../contract/field-names.ts'
import { WorkbenchError } from '../core/error.ts'
import { describeError } from '../core/wording.ts'
import type { Output } from './command.ts'
import { printJson } from './printing.ts'

/** Says in one line which fields refuse their values, and why; gives the exit code. */
export function refuseFields(
  { refusals, code }: EntryResult,
  values: Readonly<Record<string, string>>,
  output: Output,
): number {
  const { language } = output
  const problems = refusals.map(({ field, failure }) => {
    const error = fromFailure(failure)
    if (!(error instanceof WorkbenchError)) throw error
    const message = describeError(error.code, error.detail, language)
    return { field, code: error.code, message, value: values[field] ?? '' }
  })
  if (output.isJson) printJson(output, { problems })
  const sentences = problems.map(
    ({ field, message }) => `${nameField(field)[language]} (${field}): ${message}`,
  )
  output.printError([code, ...sentences].join(' · '))
  return 2
}
