import { Skeleton, SkeletonItem } from '@fluentui/react-components'
import { useLingui } from '@lingui/react/macro'
import { useIsPast } from './use-is-past.ts'

/** Loads shorter than this show nothing, ms: a flash of grey only disturbs. */
const PATIENCE = 300

const ROWS = Array.from({ length: 14 }, (_, row) => row)

/** The shape of the table to come, once the wait becomes noticeable. */
export function LoadingState() {
  const { t } = useLingui()
  const isLong = useIsPast(PATIENCE)
  if (!isLong) return null
  return (
    <Skeleton className="loading-state" aria-label={t`Đang tải kế hoạch`} data-testid="loading">
      {ROWS.map((row) => (
        <SkeletonItem key={row} size={16} />
      ))}
    </Skeleton>
  )
}
