/** Figures a spreadsheet keeps beside the text it shows, by row and column; null where it keeps none. */
export function readFigures(markup: string): (string | null)[][] {
  const page = new DOMParser().parseFromString(markup, 'text/html')
  return [...page.querySelectorAll('table tr')].map((row) =>
    [...row.querySelectorAll('td, th')].map(
      // LibreOffice writes `sdval` always, Excel `x:num` where the text shown has lost digits.
      (cell) => cell.getAttribute('sdval') ?? cell.getAttribute('x:num') ?? null,
    ),
  )
}
