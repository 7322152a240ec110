import * as say from '../messages.ts';
import { languageName } from '../messages.ts';
import type { DocumentName, EditionDiff, MediaChange } from './compare-editions.ts';
import { type PartChange, wordMarks } from './compare-pieces.ts';
import { REPORT_STYLE } from './report-style.ts';

/** The comparison as one page that needs nothing else: no script, no picture, nothing from a network. */
export function htmlReport(diff: EditionDiff): string {
  const { from, to, documents, media, guide, bytes } = diff;
  const title = say.REPORT.title(from.seq, to.seq);
  const mediaRows = (['added', 'changed', 'removed'] as const).flatMap((change) =>
    media[change].map((each) => mediaHtml(each, change)),
  );
  const sections = [
    section(
      say.REPORT.guide,
      guide.length,
      list(
        'changes',
        guide.map((change) => partHtml(change)),
      ),
    ),
    section(say.REPORT.changed, documents.changed.length, documents.changed.map(changedHtml).join('\n')),
    section(say.REPORT.added, documents.added.length, list('names', documents.added.map(nameHtml))),
    section(say.REPORT.removed, documents.removed.length, list('names', documents.removed.map(nameHtml))),
    section(say.REPORT.media, mediaRows.length, list('names', mediaRows)),
  ].filter((each) => each !== '');
  const share = bytes.total === 0 ? 0 : Math.min(100, (100 * bytes.fetch) / bytes.total);
  const [went = '', came = ''] = say.REPORT.legend;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<header>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(say.diffHeadline(diff))}</p>
<div class="bar" role="img" aria-label="${share.toFixed(0)} % ${escapeHtml(say.REPORT.fetch)}"><i style="width:${share.toFixed(2)}%"></i></div>
<p class="small">${escapeHtml(say.bytesLine(diff))}</p>
<p class="small"><del>${escapeHtml(went)}</del> <ins>${escapeHtml(came)}</ins></p>
</header>
<main>
${sections.length === 0 ? `<p>${escapeHtml(say.REPORT.nothing)}</p>` : sections.join('\n')}
</main>
</body>
</html>
`;
}

/** Text as it can stand between tags and in attributes of HTML. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function section(title: string, count: number, inside: string): string {
  if (count === 0) return '';
  return `<section>\n<h2>${escapeHtml(title)} <span class="count">${count}</span></h2>\n${inside}\n</section>`;
}

function list(name: string, items: readonly string[]): string {
  return `<ul class="${name}">\n${items.join('\n')}\n</ul>`;
}

function headHtml({ id, language, title }: DocumentName, heading: 'h3' | 'b'): string {
  const inLanguage = escapeHtml(languageName(language));
  return `<${heading} lang="${escapeHtml(language)}">${escapeHtml(title)}</${heading}> <span class="tag">${inLanguage}</span> <code>${escapeHtml(id)}</code>`;
}

function nameHtml(name: DocumentName): string {
  return `<li>${headHtml(name, 'b')}</li>`;
}

function changedHtml(document: EditionDiff['documents']['changed'][number]): string {
  const { parts, language } = document;
  const inside =
    parts.length === 0
      ? `<p class="small">${escapeHtml(say.onlyForm)}</p>`
      : list(
          'changes',
          parts.map((change) => partHtml(change, language)),
        );
  return `<article>\n<div class="head">${headHtml(document, 'h3')}</div>\n${inside}\n</article>`;
}

function partHtml(change: PartChange, language?: string): string {
  const lang = language === undefined ? '' : ` lang="${escapeHtml(language)}"`;
  return `<li class="${change.change}"><span class="place">${escapeHtml(say.partLine(change))}</span>\n<p${lang}>${wordsHtml(change)}</p></li>`;
}

function wordsHtml(change: PartChange): string {
  switch (change.change) {
    case 'added':
      return `<ins>${escapeHtml(change.after)}</ins>`;
    case 'removed':
      return `<del>${escapeHtml(change.before)}</del>`;
    case 'changed':
      return wordMarks(change.before, change.after)
        .map(({ change: mark, text }) =>
          mark === 'same'
            ? escapeHtml(text)
            : `<${mark === 'added' ? 'ins' : 'del'}>${escapeHtml(text)}</${mark === 'added' ? 'ins' : 'del'}>`,
        )
        .join('');
  }
}

function mediaHtml(media: MediaChange, change: 'added' | 'changed' | 'removed'): string {
  return `<li><span class="tag ${change}">${escapeHtml(say.REPORT.mediaWords[change])}</span> ${escapeHtml(say.mediaLine(media))}</li>`;
}
