import './language-switch.css';

type LanguageSwitchProps = {
  /** In the order of this visit. */
  readonly languages: readonly { readonly code: string; readonly name: string }[];
  readonly current: string;
  /** What the group is called, in the current language. */
  readonly label: string;
  readonly onSwitch: (language: string) => void;
};

/** All languages side by side, each under its own name, equally large; always in the same corner. */
export function LanguageSwitch({ languages, current, label, onSwitch }: LanguageSwitchProps) {
  return (
    <fieldset className="language-switch">
      <legend className="visually-hidden">{label}</legend>
      {languages.map(({ code, name }) => (
        <button
          key={code}
          type="button"
          className="language-switch__choice"
          lang={code}
          aria-pressed={code === current}
          data-switch-language={code}
          onClick={() => onSwitch(code)}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}
