import { Trans } from '@lingui/react/macro'
import type { GapView } from '../../contract/gap-view.ts'
import { describeGap } from '../../core/wording-gaps.ts'
import { jumpToCell, useWindow } from '../plan/window-store.ts'

/** The needs no allocation can meet, a sentence each; one leads to the first of its projects. */
export function GapList({ gaps }: { gaps: readonly GapView[] }) {
  const { unit, language } = useWindow()
  return (
    <section className="gap-list" aria-labelledby="gap-title" tabIndex={0} data-testid="gap-list">
      <h3 id="gap-title">
        <Trans>Nhu cầu không thể đáp ứng, dù phân bổ thế nào</Trans>
      </h3>
      {gaps.length === 0 ? (
        <p className="is-faint" data-testid="no-gaps">
          <Trans>Không có: các nguồn được phép đủ cho mọi nhu cầu.</Trans>
        </p>
      ) : (
        <ul>
          {gaps.map((gap) => (
            <li key={`${gap.year}:${gap.projects[0]?.id ?? ''}`}>
              <button
                type="button"
                className="plain-button"
                onClick={() =>
                  jumpToCell({ project: gap.projects[0]?.id ?? null, line: null, year: gap.year })
                }
                data-testid="gap"
                data-gap={String(gap.gap)}
              >
                {describeGap(gap, language, unit)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
