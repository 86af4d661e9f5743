import { tokenField } from '#structure';
import { z } from 'zod';

/** Running text: trimmed, not blank, at most 5000 characters. */
export const textField = z.string().trim().min(1).max(5000);

/** A record: the name its source gave it, another name of its own, or its id. */
export const recordField = tokenField;
