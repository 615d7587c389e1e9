import { en } from './en';
import { strings } from './language';
import { nb } from './nb';

export { language, languages, setLanguage, strings, type Language } from './language';

/** The strings that all pages share, in the language chosen. */
export const common = () => strings({ en, nb });
