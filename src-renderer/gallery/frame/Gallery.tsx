import { useState } from 'react';
import { TEXT_SIZES } from '../../comfort/comfort.ts';
import { screenLanguages } from '../../language/translator.ts';
import { galleryStates } from '../states/all.ts';
import { addressOf, type GalleryWish } from '../wish.ts';
import './gallery.css';

/** The two ways a terminal stands, in CSS pixels. */
const WAYS = [
  { name: 'upright', width: 1080, height: 1920 },
  { name: 'lying', width: 1920, height: 1080 },
] as const;

/** Every state in a list, and the chosen one in every language, standing and lying. */
export function Gallery() {
  const [state, setState] = useState(() => decodeURIComponent(location.hash.slice(1)) || 'home');
  const [text, setText] = useState<GalleryWish['text']>('usual');
  const [contrast, setContrast] = useState<GalleryWish['contrast']>('usual');
  const [pseudo, setPseudo] = useState<GalleryWish['pseudo']>('no');
  const choose = (id: string) => {
    location.hash = encodeURIComponent(id);
    setState(id);
  };
  return (
    <div className="gallery">
      <nav className="gallery__list" aria-label="States">
        <h1>Gallery</h1>
        <label>
          Text{' '}
          <select value={text} onChange={({ target }) => setText(target.value as GalleryWish['text'])}>
            {Object.keys(TEXT_SIZES).map((size) => (
              <option key={size}>{size}</option>
            ))}
          </select>
        </label>
        <label>
          <input
            type="checkbox"
            checked={contrast === 'strong'}
            onChange={() => setContrast(contrast === 'strong' ? 'usual' : 'strong')}
          />{' '}
          Strong contrast
        </label>
        <label>
          <input
            type="checkbox"
            checked={pseudo === 'yes'}
            onChange={() => setPseudo(pseudo === 'yes' ? 'no' : 'yes')}
          />{' '}
          Pseudo-language
        </label>
        <ol>
          {galleryStates.map(({ id, title }) => (
            <li key={id} data-state={id}>
              <button type="button" aria-current={id === state} onClick={() => choose(id)}>
                {title}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <main className="gallery__stage">
        {WAYS.map(({ name, width, height }) => (
          <section key={name} className="gallery__way">
            {screenLanguages.map((language) => (
              <figure key={language} style={{ '--width': width, '--height': height }}>
                <iframe
                  key={`${state}-${text}-${contrast}-${pseudo}`}
                  title={`${state}, ${language}, ${name}`}
                  src={addressOf({ state, language, text, contrast, pseudo })}
                  width={width}
                  height={height}
                />
                <figcaption>
                  {language}, {name}
                </figcaption>
              </figure>
            ))}
          </section>
        ))}
      </main>
    </div>
  );
}
