import { type RefObject, useEffect, useRef, useState } from 'react';
import { type FilmChoice, VOLUME } from './film-setting.ts';

/** How a film stands. */
export type FilmState =
  /** Nobody has touched it: its poster is seen. */
  | 'waiting'
  | 'playing'
  | 'paused'
  | 'over'
  /** None of its files can be shown here. */
  | 'broken';

/** A film at work. */
export type PlayedFilm = {
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly state: FilmState;
  /** Where it is, in seconds. */
  readonly at: number;
  readonly play: () => void;
  readonly pause: () => void;
  /** Goes to a time, in seconds. */
  readonly seek: (seconds: number) => void;
  readonly onBroken: () => void;
};

/** Ties a video element to the screen: it plays only when asked to, alone, and stops when the visitor leaves. */
export function useFilm({ loudness }: FilmChoice): PlayedFilm {
  const video = useRef<HTMLVideoElement | null>(null);
  const [state, setState] = useState<FilmState>('waiting');
  const [at, setAt] = useState(0);

  useEffect(() => {
    const element = video.current;
    if (!element) return;
    const onPlay = () => {
      setState('playing');
      for (const other of document.querySelectorAll('video')) if (other !== element) other.pause();
    };
    const onPause = () => setState((before) => (before === 'playing' ? 'paused' : before));
    const onTime = () => setAt(element.currentTime);
    const onEnded = () => setState('over');
    const onError = () => setState('broken');
    element.addEventListener('play', onPlay);
    element.addEventListener('pause', onPause);
    element.addEventListener('timeupdate', onTime);
    element.addEventListener('seeked', onTime);
    element.addEventListener('ended', onEnded);
    element.addEventListener('error', onError);
    return () => {
      element.pause();
      element.removeEventListener('play', onPlay);
      element.removeEventListener('pause', onPause);
      element.removeEventListener('timeupdate', onTime);
      element.removeEventListener('seeked', onTime);
      element.removeEventListener('ended', onEnded);
      element.removeEventListener('error', onError);
    };
  }, []);

  useEffect(() => {
    if (!video.current) return;
    video.current.muted = loudness === 'off';
    video.current.volume = VOLUME[loudness];
  }, [loudness]);

  return {
    video,
    state,
    at,
    play: () => {
      // Refused while it is being taken away, or when no file can be shown: the element tells the latter by itself.
      video.current?.play().catch(() => undefined);
    },
    pause: () => video.current?.pause(),
    seek: (seconds) => {
      const element = video.current;
      if (!element) return;
      if (element.readyState === HTMLMediaElement.HAVE_NOTHING && element.preload === 'none') {
        // Nothing of it was fetched before the first touch, and without it there is neither picture nor caption to go to.
        element.preload = 'auto';
        element.load();
      }
      element.currentTime = seconds;
      setAt(seconds);
      setState((before) => (before === 'over' || before === 'waiting' ? 'paused' : before));
    },
    onBroken: () => setState('broken'),
  };
}

/** The words of the caption that belongs to this moment of a film; empty when there is none. */
export function useCaption(
  track: RefObject<HTMLTrackElement | null>,
  /** Changes with the captions. */
  source: string,
): string {
  const [words, setWords] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: other captions are another track
  useEffect(() => {
    const captions = track.current?.track;
    if (!captions) return;
    // They are read but not drawn by the browser: the screen shows them in its own letters, below the picture.
    captions.mode = 'hidden';
    const onChange = () => setWords(wordsOf(captions.activeCues));
    captions.addEventListener('cuechange', onChange);
    onChange();
    return () => captions.removeEventListener('cuechange', onChange);
  }, [source, track]);
  return words;
}

function wordsOf(cues: TextTrackCueList | null): string {
  return Array.from(cues ?? [], (cue) =>
    cue instanceof VTTCue ? (cue.getCueAsHTML().textContent ?? '') : '',
  ).join('\n');
}
