import './choice.css';

type ChoiceProps<Value extends string> = {
  /** What the choice is called in the page, for instance `type`. */
  readonly name: string;
  /** What is asked, in words. */
  readonly label: string;
  /** The words for "no wish". */
  readonly all: string;
  readonly options: readonly { readonly value: Value; readonly words: string }[];
  /** Null: no wish. */
  readonly chosen: Value | null;
  readonly onChoose: (value: Value | null) => void;
};

/** One of a few, all in sight; nothing when there is nothing to choose. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { name, label, all, options, chosen, onChoose } = props;
  if (options.length < 2) return null;
  const shown: readonly { readonly value: Value | null; readonly words: string }[] = [
    { value: null, words: all },
    ...options,
  ];
  return (
    <fieldset className="choice">
      <legend className="visually-hidden">{label}</legend>
      {shown.map(({ value, words }) => (
        <button
          key={value ?? ''}
          type="button"
          className="choice__option"
          aria-pressed={value === chosen}
          data-choice={`${name} ${value ?? 'all'}`}
          onClick={() => onChoose(value)}
        >
          {words}
        </button>
      ))}
    </fieldset>
  );
}
