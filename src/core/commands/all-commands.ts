import { ask } from './ask.ts';
import { brief } from './brief.ts';
import type { CommandDefinition } from './define-command.ts';
import { digest } from './digest.ts';
import { health } from './health.ts';
import { help } from './help.ts';
import { schedule } from './schedule.ts';
import { timeline } from './timeline.ts';
import { who } from './who.ts';

/** The verb table: every command, in the order in which help lists them. */
export const allCommands: readonly CommandDefinition[] = [brief, who, timeline, ask, digest, schedule, health, help];
