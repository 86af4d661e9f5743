import { dayOf, parseCivilDate, type Day } from '#temporal';
import { QuestionRefused } from './refusal.js';

/** The day that a question gives as a civil date. @throws QuestionRefused INVALID_DATE */
export function dayGiven(text: string, field?: string): Day {
  const date = parseCivilDate(text);
  if (!date.ok) throw new QuestionRefused('INVALID_DATE', date.problem.message, field);
  return dayOf(date.value);
}
