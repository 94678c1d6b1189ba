import { useEffect, useState } from 'react'
import type { Params, Result } from '../../contract/methods.ts'
import { usePlan } from '../plan/plan-store.ts'
import type { WindowMethodName } from './engine-client.ts'
import { useMethod } from './engine-context.tsx'
import { reportError } from './report-error.ts'

/** What the engine answers, asked again whenever the plan moves; the answer before stays until the next is there. */
export function useAnswer<M extends WindowMethodName>(
  method: M,
  params: Params<M>,
): Result<M> | null {
  const ask = useMethod(method)
  const revision = usePlan((state) => state.revision)
  const [answer, setAnswer] = useState<Result<M> | null>(null)
  // Parameters are small and plain: alike means asked already, whatever object holds them.
  const key = JSON.stringify(params)

  useEffect(() => {
    let isCurrent = true
    ask(JSON.parse(key) as Params<M>).then((result) => {
      if (isCurrent) setAnswer(result)
    }, reportError)
    return () => {
      isCurrent = false
    }
  }, [ask, key, revision])
  return answer
}
