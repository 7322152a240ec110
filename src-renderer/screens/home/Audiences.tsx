import { AUDIENCES } from '../../../content/model/kinds.ts';
import { AudienceIcon } from '../../visit/AudienceIcon.tsx';
import { useHere, useWords } from '../../visit/here.tsx';

/** "I am …": the second way in. Lying it stands beside the lines, upright below them; each place hides itself in the other. */
export function Audiences({ where }: { readonly where: 'beside' | 'below' }) {
  const { catalogue, navigator } = useHere();
  const { t } = useWords();
  const audiences = catalogue.guide.audiences?.map(({ id }) => id) ?? AUDIENCES;
  return (
    // Beside the lines it does not scroll, so a place on the page cannot be tied to it.
    <section
      className={`audiences audiences--${where}`}
      data-anchor={where === 'below' ? 'audiences' : undefined}
    >
      <h2>{t('home.audiences')}</h2>
      <ul>
        {audiences.map((audience) => (
          <li key={audience}>
            <button
              type="button"
              className="audiences__one"
              data-audience={audience}
              onClick={() => navigator.to({ screen: 'audience', audience })}
            >
              <AudienceIcon audience={audience} size="4rem" />
              <span>{t(`audience.${audience}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
