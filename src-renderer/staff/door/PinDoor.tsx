import { Delete, LogIn, X } from 'lucide-react';
import { useState } from 'react';
import type { Language } from '../../../content/model/names.ts';
import { STAFF_IDLE_MS } from '../../../src-main/contract/staff.ts';
import type { StaffDesk } from '../../kiosk/staff-desk.ts';
import { Pill } from '../../ui/Pill.tsx';
import { staffTranslator } from '../staff-words.ts';
import { usePageMarks } from '../use-page-marks.ts';
import { useStaffIdle } from '../use-staff-idle.ts';
import './pin-door.css';

/** Most digits that are taken, as the contract has it. */
const MOST_DIGITS = 12;

type PinDoorProps = {
  readonly desk: StaffDesk;
  readonly hasPin: boolean;
  readonly languages: readonly Language[];
  readonly onOpen: () => void;
  readonly onLeave: () => void;
};

type Attempt = 'none' | 'looking' | 'no';

/** Keys, and dots for what was typed. It says the same words after every attempt that does not open. */
export function PinDoor({ desk, hasPin, languages, onOpen, onLeave }: PinDoorProps) {
  const [pin, setPin] = useState('');
  const [attempt, setAttempt] = useState<Attempt>('none');
  usePageMarks(hasPin ? 'door' : 'no-pin', null);
  useStaffIdle(STAFF_IDLE_MS, onLeave);

  const enter = () => {
    setAttempt('looking');
    // Gone from the screen and from this page before anybody knows what comes of it.
    setPin('');
    desk.enterPin({ pin }).then(
      (answer) => (answer === 'open' ? onOpen() : setAttempt('no')),
      () => setAttempt('no'),
    );
  };
  const press = (digit: string) => {
    setAttempt('none');
    setPin((before) => (before.length < MOST_DIGITS ? before + digit : before));
  };
  const isLooking = attempt === 'looking';

  return (
    <main className="door">
      <header className="door__head">
        <h1 className="door__title">
          {languages.map((language) => (
            <span key={language} lang={language}>
              {staffTranslator(language)('door.title')}
            </span>
          ))}
        </h1>
        <Pill
          look="outline"
          data-action="leave"
          start={<X aria-hidden size="3.4rem" strokeWidth={2.6} />}
          onClick={onLeave}
        >
          <InAll languages={languages} word="door.leave" />
        </Pill>
      </header>
      <div className="door__words" aria-live="polite" data-attempt={attempt}>
        {languages.map((language) => {
          const t = staffTranslator(language);
          return (
            <p key={language} lang={language}>
              {hasPin ? t(WORDS[attempt]) : `${t('door.no-pin')} ${t('door.no-pin-how')}`}
            </p>
          );
        })}
      </div>
      {hasPin && (
        <div className="door__pad">
          <p className="door__dots" data-digits={pin.length}>
            <span className="visually-hidden">
              {languages
                .map((language) => staffTranslator(language)('door.digits', { count: pin.length }))
                .join(' · ')}
            </span>
            {Array.from({ length: MOST_DIGITS }, (_, at) => (
              <span key={at} className="door__dot" data-filled={at < pin.length || undefined} aria-hidden />
            ))}
          </p>
          <div className="door__keys">
            {['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((digit) => (
              <Key key={digit} digit={digit} disabled={isLooking} onPress={press} />
            ))}
            <button
              type="button"
              className="door__key door__key--word"
              data-action="erase"
              disabled={isLooking}
              onClick={() => setPin((before) => before.slice(0, -1))}
            >
              <Delete aria-hidden size="4.4rem" strokeWidth={2.2} />
              <InAll languages={languages} word="door.erase" />
            </button>
            <Key digit="0" disabled={isLooking} onPress={press} />
            <button
              type="button"
              className="door__key door__key--word door__key--enter"
              data-action="enter"
              disabled={isLooking || pin === ''}
              onClick={enter}
            >
              <LogIn aria-hidden size="4.4rem" strokeWidth={2.2} />
              <InAll languages={languages} word="door.enter" />
            </button>
          </div>
        </div>
      )}
    </main>
  );
}

const WORDS = { none: 'door.prompt', looking: 'door.looking', no: 'door.no' } as const;

type KeyProps = {
  readonly digit: string;
  readonly disabled: boolean;
  readonly onPress: (digit: string) => void;
};

function Key({ digit, disabled, onPress }: KeyProps) {
  return (
    <button
      type="button"
      className="door__key"
      data-digit={digit}
      disabled={disabled}
      onClick={() => onPress(digit)}
    >
      {digit}
    </button>
  );
}

type InAllProps = {
  readonly languages: readonly Language[];
  readonly word: 'door.leave' | 'door.erase' | 'door.enter';
};

/** One word in every language: nobody has chosen one yet. */
function InAll({ languages, word }: InAllProps) {
  return (
    <span>
      {languages.map((language, at) => (
        <span key={language} lang={language}>
          {at > 0 && ' · '}
          {staffTranslator(language)(word)}
        </span>
      ))}
    </span>
  );
}
