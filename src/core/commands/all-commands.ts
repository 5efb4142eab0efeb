import { ask } from './ask.ts';
import { brief } from './brief.ts';
import type { CommandDefinition } from './define-command.ts';
import { changes } from './changes.ts';
import { digest } from './digest.ts';
import { disputes } from './disputes.ts';
import { exportCommand } from './export.ts';
import { health } from './health.ts';
import { help } from './help.ts';
import { positions } from './positions.ts';
import { quotes } from './quotes.ts';
import { schedule } from './schedule.ts';
import { timeline } from './timeline.ts';
import { settings } from './settings.ts';
import { source } from './source.ts';
import { watch } from './watch.ts';
import { who } from './who.ts';
import { why } from './why.ts';

/** The verb table: every command, in the order in which help lists them. */
export const allCommands: readonly CommandDefinition[] = [
  brief,
  changes,
  who,
  timeline,
  positions,
  quotes,
  disputes,
  ask,
  source,
  why,
  exportCommand,
  digest,
  schedule,
  watch,
  settings,
  health,
  help,
];
