import {
  Captions,
  CaptionsOff,
  Minus,
  Pause,
  Play,
  Plus,
  RotateCcw,
  Volume1,
  Volume2,
  VolumeX,
} from 'lucide-react';
import { type CSSProperties, type ReactNode, useRef } from 'react';
import type { Block } from '../../../content/model/block.ts';
import { Blocks } from './Blocks.tsx';
import { useBlockSetting } from './block-setting.ts';
import { clockWords, type FilmChoice, type FilmSetting, nextLoudness } from './film-setting.ts';
import { Picture } from './Picture.tsx';
import { RunningText } from './RunningText.tsx';
import { type PlayedFilm, useCaption, useFilm } from './use-film.ts';
import './film.css';

type FilmProps = { readonly block: Extract<Block, { type: 'video' }>; readonly anchor: string };

/** A film: its picture, its captions below, a line to travel along, and its text folded beneath. */
export function Film({ block, anchor }: FilmProps) {
  const { mediaUrl, useIsOpen, onToggle, film: setting } = useBlockSetting();
  const { words } = setting;
  const choice = setting.useChoice();
  const isUnfolded = useIsOpen(block.anchor);
  const film = useFilm(choice);
  const track = useRef<HTMLTrackElement>(null);
  const captions = mediaUrl(block.captions);
  const caption = useCaption(track, captions);
  const broken = film.state === 'broken';
  // Where a film cannot be shown, its text is what there is.
  const isOpen = broken || isUnfolded;
  return (
    <section className="film" data-anchor={anchor} data-film={block.anchor} data-film-state={film.state}>
      <p className="film__title">
        <RunningText>{block.title}</RunningText>
      </p>
      <div className="film__frame">
        <div
          className="film__picture"
          style={{ '--film-width': block.width, '--film-height': block.height } as CSSProperties}
        >
          <video
            ref={film.video}
            width={block.width}
            height={block.height}
            preload="none"
            playsInline
            disablePictureInPicture
            disableRemotePlayback
            controlsList="nodownload nofullscreen noremoteplayback"
            tabIndex={-1}
            aria-hidden
            onClick={film.state === 'playing' ? film.pause : film.play}
          >
            {block.sources.map(({ media, type, codecs }, index) => (
              <source
                key={media}
                src={mediaUrl(media)}
                type={`${type}; codecs="${codecs}"`}
                onError={index === block.sources.length - 1 ? film.onBroken : undefined}
              />
            ))}
            <track key={captions} ref={track} kind="captions" src={captions} default />
          </video>
          {(film.state === 'waiting' || broken) && <Picture still={block.poster} alt="" />}
          {film.state !== 'playing' && !broken && <BigButton film={film} words={words} />}
        </div>
        {choice.captions && !broken && (
          <p className="film__caption" aria-hidden data-film-caption>
            {caption}
          </p>
        )}
      </div>
      {broken ? (
        <p className="film__broken" role="status">
          {words.broken}
        </p>
      ) : (
        <>
          <Line block={block} film={film} words={words} />
          <Choices block={block} setting={setting} />
        </>
      )}
      <Transcript
        block={block}
        anchor={anchor}
        isOpen={isOpen}
        onToggle={onToggle}
        label={words.transcript}
      />
    </section>
  );
}

type Words = FilmSetting['words'];

/** In the middle of a picture that stands still: a station to set off from. */
function BigButton({ film, words }: { readonly film: PlayedFilm; readonly words: Words }) {
  const over = film.state === 'over';
  const Icon = over ? RotateCcw : Play;
  return (
    <button
      type="button"
      className="film__start"
      data-action="film-start"
      aria-label={over ? words.again : words.play}
      onClick={film.play}
    >
      <Icon aria-hidden size="7.2rem" strokeWidth={2.4} fill={over ? 'none' : 'currentColor'} />
    </button>
  );
}

type LineProps = { readonly block: FilmProps['block']; readonly film: PlayedFilm; readonly words: Words };

/** Play and pause, and the film as a line: travelled as far as it has played, a finger goes anywhere on it. */
function Line({ block, film, words }: LineProps) {
  const playing = film.state === 'playing';
  const [now, total] = [clockWords(film.at), clockWords(block.seconds)];
  const style = { '--film-part': `${Math.min(1, film.at / block.seconds) * 100}%` } as CSSProperties;
  return (
    <div className="film__line">
      <button
        type="button"
        className="film__play"
        data-action={playing ? 'film-pause' : 'film-play'}
        onClick={playing ? film.pause : film.play}
      >
        {playing ? (
          <Pause aria-hidden size="4.4rem" fill="currentColor" strokeWidth={0} />
        ) : (
          <Play aria-hidden size="4.4rem" fill="currentColor" strokeWidth={0} />
        )}
        {playing ? words.pause : words.play}
      </button>
      <input
        type="range"
        className="film__seek"
        style={style}
        min={0}
        max={block.seconds}
        step={0.1}
        value={film.at}
        aria-label={words.place}
        aria-valuetext={words.at(now, total)}
        data-action="film-seek"
        onChange={({ target }) => film.seek(Number(target.value))}
      />
      <span className="film__time" aria-hidden>
        {now} / {total}
      </span>
    </div>
  );
}

const SOUND_ICONS = { off: VolumeX, soft: Volume1, loud: Volume2 } as const;

/** Sound and captions, as the visitor wants them in this visit. */
function Choices({ block, setting }: { readonly block: FilmProps['block']; readonly setting: FilmSetting }) {
  const { onChoice, words } = setting;
  const choice = setting.useChoice();
  const SoundIcon = SOUND_ICONS[choice.loudness];
  const CaptionsIcon = choice.captions ? Captions : CaptionsOff;
  const choose = (change: Partial<FilmChoice>) => () => onChoice({ ...choice, ...change });
  return (
    <div className="film__choices">
      {block.sound && (
        <Choice
          action="film-sound"
          icon={<SoundIcon aria-hidden size="4rem" strokeWidth={2.2} />}
          value={choice.loudness}
          onTouch={choose({ loudness: nextLoudness(choice.loudness) })}
        >
          {words.sound[choice.loudness]}
        </Choice>
      )}
      <Choice
        action="film-captions"
        icon={<CaptionsIcon aria-hidden size="4rem" strokeWidth={2.2} />}
        value={choice.captions ? 'on' : 'off'}
        onTouch={choose({ captions: !choice.captions })}
      >
        {choice.captions ? words.captionsOn : words.captionsOff}
      </Choice>
    </div>
  );
}

type ChoiceProps = {
  readonly action: string;
  readonly icon: ReactNode;
  readonly value: string;
  readonly onTouch: () => void;
  readonly children: string;
};

function Choice({ action, icon, value, onTouch, children }: ChoiceProps) {
  return (
    <button type="button" data-action={action} data-value={value} onClick={onTouch}>
      {icon}
      {children}
    </button>
  );
}

type TranscriptProps = FilmProps & {
  readonly isOpen: boolean;
  readonly onToggle: (anchor: string) => void;
  readonly label: string;
};

function Transcript({ block, anchor, isOpen, onToggle, label }: TranscriptProps) {
  const textId = `transcript-${block.anchor}`;
  const Icon = isOpen ? Minus : Plus;
  return (
    <div className="block-question film__transcript" data-open={isOpen || undefined}>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={textId}
        data-transcript={block.anchor}
        onClick={() => onToggle(block.anchor)}
      >
        <span>{label}</span>
        <Icon aria-hidden size="4rem" strokeWidth={2.6} />
      </button>
      <div id={textId} className="block-question__answer" hidden={!isOpen}>
        <Blocks blocks={block.transcript} prefix={`${anchor}-`} />
      </div>
    </div>
  );
}
