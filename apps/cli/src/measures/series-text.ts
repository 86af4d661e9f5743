import { breakdownInWords, periodInWords, VALUE_WORDS, type Series } from '#measures';
import { CONFIDENCE_WORDS } from '../evidence/observation-account.js';
import type { Language } from '#temporal';
import { relationInWords } from '../relation-words.js';
import { standingInWords } from '../standing-words.js';
import type { PointAccount } from './series-account.js';
