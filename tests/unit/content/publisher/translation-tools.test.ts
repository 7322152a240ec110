import { afterEach, describe, expect, it } from 'vitest';
import { LETTER, LETTER_NL, page, removeTemporary } from './guide-under-test.ts';
import { sentOut, translated } from './translation-under-test.ts';

afterEach(removeTemporary);

const FILE = 'pages.employment.cover-letter';

describe('what a translation tool makes of the file', () => {
  const body = 'Un **mot gras** ici. Et la suite.';
  const bent = (change: (xliff: string) => string | Uint8Array) => async () => {
    const { xliff, takeIn, changed } = await sentOut({ [LETTER]: page(body), [LETTER_NL]: page(body) });
    const back = change(translated(xliff, FILE, 'b1', 'Een <pc id="1">vet woord</pc> hier. En zo voort.'));
    const { code, err } = await takeIn(back);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(await changed()).toEqual({ [LETTER_NL]: page('Een **vet woord** hier. En zo voort.') });
  };

  it(
    'may be UTF-16',
    bent((xliff) => Buffer.from(`\ufeff${xliff}`, 'utf16le')),
  );
  it(
    'may have a byte order mark',
    bent((xliff) => `\ufeff${xliff}`),
  );
  it(
    'may name the languages with their countries, and itself 2.1',
    bent((xliff) =>
      xliff
        .replace('srcLang="fr" trgLang="nl"', 'srcLang="fr-BE" trgLang="nl-BE"')
        .replace('version="2.0" srcLang', 'version="2.1" srcLang')
        .replaceAll('<target>', '<target xml:lang="nl-BE">'),
    ),
  );
  it(
    'may have its prefixes and its line ends changed, and its units put into groups',
    bent((xliff) =>
      xliff
        .replace('xmlns="urn', 'xmlns:x="urn')
        .replace(/<(\/?)(?!\?|\/?mda:)/g, '<$1x:')
        .replace(/(<x:unit id="[^"]+" name="b1">)([\s\S]*?<\/x:unit>)/, '<x:group id="g">$1$2</x:group>')
        .replaceAll('\n', '\r\n'),
    ),
  );
  it(
    'may hold remarks, CDATA and codes in two halves',
    bent((xliff) =>
      xliff.replace(
        '<target>Een <pc id="1">vet woord</pc> hier. En zo voort.</target>',
        '<target><mrk id="m1" type="comment" value="?">Een</mrk> <sc id="1"/><![CDATA[vet woord]]><ec startRef="1"/> hier. En zo voort.</target>',
      ),
    ),
  );
  it(
    'may have cut a text into sentences and changed their order',
    bent((xliff) =>
      xliff.replace(
        /(<unit id="[^"]+" name="b1">[\s\S]*?<segment state="translated">\s*<source>)(Un [\s\S]*?ici\.) Et la suite\.<\/source>[\s\S]*?<\/segment>/,
        '$1$2</source><target order="3">En zo voort.</target></segment><ignorable><source> </source></ignorable>' +
          '<segment><source>Et la suite.</source><target order="1">Een <pc id="1">vet woord</pc> hier.</target></segment>',
      ),
    ),
  );
});
