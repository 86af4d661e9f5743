import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { LANGUAGES, type Language } from '../texts/language.js';
import { useWords } from '../texts/use-words.js';
import { dress, THEMES, themeChosen, type Theme } from './theme.js';

const NAMES: Readonly<Record<Language, string>> = { sv: 'Svenska', en: 'English' };
const THEME_TEXTS = {
  system: 'shell.themeSystem',
  light: 'shell.themeLight',
  dark: 'shell.themeDark',
} as const;

/** The language, which stands in the address, and light or dark. */
export function Settings() {
  const { t, language } = useWords();
  const [, setSearch] = useSearchParams();
  const [theme, setTheme] = useState(themeChosen);
  const choose = (name: Language) =>
    setSearch(
      (now) => {
        now.set('lang', name);
        return now;
      },
      { replace: true },
    );
  return (
    <div className="settings">
      <div role="group" aria-label={t('shell.language')}>
        {LANGUAGES.map((name) => (
          <button
            key={name}
            type="button"
            lang={name}
            aria-pressed={name === language}
            onClick={() => choose(name)}
          >
            {NAMES[name]}
          </button>
        ))}
      </div>
      <label>
        <span className="for-screen-readers">{t('shell.theme')}</span>
        <select
          value={theme}
          onChange={({ target }) => {
            dress(target.value as Theme);
            setTheme(target.value as Theme);
          }}
        >
          {THEMES.map((name) => (
            <option key={name} value={name}>
              {t(THEME_TEXTS[name])}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
