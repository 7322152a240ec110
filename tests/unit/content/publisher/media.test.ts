import { describe, expect, it } from 'vitest';
import * as say from '../../../../content/publisher/messages.ts';
import { at, compiled, fileOf, letter, problemsOf } from './guide-under-test.ts';
import { flat, withImage } from './images-under-test.ts';

const PNG = await flat(320, 180).png().toBuffer();

const svg = (inside: string, attributes = 'viewBox="0 0 16 9"'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>\n${inside}\n</svg>\n`;

describe('an image', () => {
  it('that is a drawing has the size of its content, and is sent as it is', async () => {
    const drawing = svg('<path d="M0 0"/>');
    const { body } = (await fileOf(
      withImage('a.svg', drawing),
      'documents/employment/cover-letter.fr.json',
    )) as { body: unknown[] };
    expect(body).toEqual([{ type: 'image', media: 'media/a.svg', width: 16, height: 9, alt: 'Une image' }]);
  });

  it('is listed with the type of its content', async () => {
    const result = await compiled(withImage('a.png', PNG));
    const files = result.ok ? result.edition.manifest.files : [];
    const types = files.filter(({ path }) => path.startsWith('media/')).map(({ path, type }) => [path, type]);
    expect(types).toEqual([
      ['media/a-320.avif', 'image/avif'],
      ['media/a-320.webp', 'image/webp'],
      ['media/bridge.svg', 'image/svg+xml'],
    ]);
  });

  it.each<[string, string, Uint8Array | string, say.Words]>([
    ['a BMP', 'a.bmp', Buffer.from(`BM${'\0'.repeat(60)}`), say.notAnImage('a BMP image')],
    ['a PDF called PNG', 'a.png', '%PDF-1.7\n', say.notAnImage('a PDF document')],
    ['words called PNG', 'a.png', 'bonjour', say.notAnImage('something else')],
    ['nothing called PNG', 'a.png', '', say.notAnImage('empty')],
    ['a web page called SVG', 'a.svg', '<html><p>a</p></html>', say.notAnImage('something else')],
    ['a PNG called JPEG', 'a.jpg', PNG, say.wrongEnding('a PNG image', ['.png'])],
    ['an SVG called PNG', 'a.png', svg(''), say.wrongEnding('an SVG drawing', ['.svg'])],
    ['an SVG without size', 'a.svg', svg('', 'fill="red"'), say.imageWithoutSize],
    ['a PNG cut short', 'a.png', PNG.subarray(0, 12), say.imageDamaged],
    ['an SVG in another encoding', 'a.svg', Buffer.from(svg('<!-- \xe9 -->'), 'latin1'), say.notUtf8],
  ])('%s is refused', async (_name, name, bytes, words) => {
    expect(await problemsOf(withImage(name, bytes))).toEqual([at(`media/${name}`, null, null, words)]);
  });

  it('that no document shows is told', async () => {
    expect(await problemsOf({ 'media/alone.png': PNG })).toEqual([
      at('media/alone.png', null, null, say.imageUnused),
    ]);
  });

  it('is not called unused while a text that may show it cannot be read', async () => {
    const problems = await problemsOf({ 'media/alone.png': PNG, ...letter('`a`', 'a') });
    expect(problems.map(({ what }) => what)).toEqual([say.code.what]);
  });
});

describe('a drawing', () => {
  it.each<[string, string]>([
    [
      'shapes, gradients and parts used again',
      '<defs><g id="a"/></defs><use href="#a"/><rect fill="url(#b)" style="stroke:url( \'#c\' )"/>',
    ],
    ['pixels written into it', '<image href="data:image/png;base64,AAAA"/>'],
    [
      'a title, a note and an editor of its own',
      '<title>Un</title><!-- <script> --><x:view xmlns:x="http://example.org/x" x:path="C:/a"/>',
    ],
    ['a style', '<style>.a{fill:url(#b)} /* url(http://x) */</style>'],
    ['movement', '<circle r="1"><animate attributeName="r" to="2" dur="1s"/></circle>'],
  ])('with %s is welcome', async (_name, inside) => {
    expect(await problemsOf(withImage('a.svg', svg(inside)))).toEqual([]);
  });

  it('with an ordinary declaration on top is welcome', async () => {
    const top =
      '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n';
    expect(await problemsOf(withImage('a.svg', top + svg('<g/>')))).toEqual([]);
  });

  it.each<[string, string, say.Words]>([
    ['a script', '<script>1</script>', say.svgScript('script')],
    [
      'a script in a namespace',
      '<x:SCRIPT xmlns:x="http://www.w3.org/2000/svg"/>',
      say.svgScript('x:SCRIPT'),
    ],
    ['an event', '<g onload="a()"/>', say.svgEvent('onload')],
    ['an event in capitals', "<g ONCLICK='a()'/>", say.svgEvent('ONCLICK')],
    ['a foreignObject', '<foreignObject><p/></foreignObject>', say.svgForeign('foreignObject')],
    ['a frame', '<iframe/>', say.svgForeign('iframe')],
    [
      'an image from the web',
      '<image href="https://example.org/a.png"/>',
      say.svgReference('https://example.org/a.png'),
    ],
    ['an image from a neighbour', '<image xlink:href="b.png"/>', say.svgReference('b.png')],
    [
      'a drawing written into it',
      '<image href="data:image/svg+xml;base64,AAAA"/>',
      say.svgReference('data:image/svg+xml;base64,AAAA'),
    ],
    ['a program as a link', '<a href=" javascript:a()"/>', say.svgReference('javascript:a()')],
    [
      'a program as a link in disguise',
      '<a href="&#106;avascript:a()"/>',
      say.svgReference('javascript:a()'),
    ],
    ['a part of another drawing', '<use href="b.svg#a"/>', say.svgReference('b.svg#a')],
    ['a fill from elsewhere', '<rect fill="url(b.svg#a)"/>', say.svgReference('b.svg#a')],
    ['a style from elsewhere', '<g style="fill:url(//example.org/a)"/>', say.svgReference('//example.org/a')],
    ['a style sheet from elsewhere', '<style>@import "a.css";</style>', say.svgReference('@import "a.css"')],
    ['a style sheet in disguise', '<style>.a{fill:u\\72l(a.png)}</style>', say.svgReference('a.png')],
    [
      'a style sheet in a data section',
      '<style><![CDATA[.a{fill:url(a.png)}]]></style>',
      say.svgReference('a.png'),
    ],
    ['a link that is put in later', '<set attributeName="href" to="b"/>', say.svgReference('href')],
    ['words', '<text x="1">Bonjour</text>', say.svgWords],
    ['something unclosed', '<g>', say.svgBroken('something in it is not closed')],
    ['a bare <', '<g/> < <g/>', say.svgBroken('a "<" or an attribute in it cannot be read')],
    ['an attribute without quotes', '<g a=1/>', say.svgBroken('a "<" or an attribute in it cannot be read')],
  ])('with %s is refused', async (_name, inside, words) => {
    const problems = await problemsOf(withImage('a.svg', svg(inside)));
    expect(problems.map(({ file, what, todo }) => ({ file, what, todo }))).toEqual([
      { file: 'media/a.svg', what: words.what, todo: words.todo },
    ]);
    expect(problems[0]?.line).toBe(words.what.includes('not closed') ? 3 : 2);
  });

  it.each<[string, string, say.Words]>([
    ['abbreviations of its own', `<!DOCTYPE svg [<!ENTITY a "<script/>">]>\n${svg('&a;')}`, say.svgEntities],
    [
      'a style sheet beside it',
      `<?xml-stylesheet href="a.css"?>\n${svg('')}`,
      say.svgReference('xml-stylesheet'),
    ],
    ['a second drawing', `${svg('')}${svg('')}`, say.svgBroken('it is not one single <svg>')],
    ['text after it', `${svg('')}fin`, say.svgBroken('there is text outside of the drawing')],
    ['no end', svg('').replace('</svg>', ''), say.svgBroken('it ends too early')],
    ['a web page around it', `<html>${svg('')}</html>`, say.svgBroken('it is not one single <svg>')],
  ])('with %s is refused', async (_name, text, words) => {
    const problems = await problemsOf(withImage('a.svg', text));
    expect(problems.map(({ what }) => what)).toEqual([words.what]);
  });
});
