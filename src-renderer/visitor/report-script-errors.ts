import type { ReportProblem } from '../catalogue/report.ts';

/** Reports what no part of the page has caught, with the error's own words and nothing of the visitor. */
export function reportScriptErrors(report: ReportProblem): void {
  addEventListener('error', (event) => report('script-error', event.message));
  addEventListener('unhandledrejection', (event) => {
    const { reason } = event as { readonly reason: unknown };
    report('script-error', reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason));
  });
}
