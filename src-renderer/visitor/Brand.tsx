import { Fragment } from 'react';
import type { Guide } from '../../content/model/guide.ts';

/** The centre's name in each of its languages: a name is not translated away. */
export function Brand({
  guide,
  languages,
}: {
  readonly guide: Guide;
  readonly languages: readonly string[];
}) {
  return (
    <p className="brand">
      <span>
        {languages.map((language, index) => (
          <Fragment key={language}>
            {index > 0 && ' · '}
            <span lang={language}>{guide.centre.name[language]}</span>
          </Fragment>
        ))}
      </span>
    </p>
  );
}
