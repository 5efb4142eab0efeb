import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js';
import { z } from 'zod';
import { dayWords, nothingWords, scheduleFields, scheduleOptions } from '../../core/forms/schedule-fields.ts';
import { settingsFields, threadWords } from '../../core/forms/settings-fields.ts';
import type { PostButton } from './outgoing.ts';
import { type StoryKey, storyKeySchema } from '../../core/ids/ids.ts';

const formKinds = ['schedule', 'settings'] as const;

/** A form is named by the command that it fills in, and by the story: everything that its button has to know. */
export interface FormName {
  readonly kind: (typeof formKinds)[number];
  readonly story: StoryKey;
}

export type Form = APIModalInteractionResponseCallbackData;

const prefix = 'form';
const nameSchema = z.object({ kind: z.enum(formKinds), story: storyKeySchema });

/** The form that the id of a button or of a sent form names; undefined for all other ids. */
export function readFormId(id: string): FormName | undefined {
  const [first, kind, ...story] = id.split(':');
  if (first !== prefix) return undefined;
  return nameSchema.safeParse({ kind, story: story.join(':') }).data;
}

/** The form that changes what a command shows; undefined when there is none. */
export function formFor(command: string, story: string): FormName | undefined {
  return readFormId(`${prefix}:${command}:${story}`);
}

/** The button that opens a form. */
export function formButton(name: FormName): PostButton {
  return { id: idOf(name), label: 'Change' };
}

/** A form filled with what holds now. `data` is what the command says, `storyZone` an IANA name. */
export function filledForm(name: FormName, data: object, storyZone: string): Form {
  const custom_id = idOf(name);
  return name.kind === 'schedule'
    ? { custom_id, title: 'Digests', components: scheduleInputs(data, storyZone) }
    : { custom_id, title: 'Settings', components: settingsInputs(data) };
}

/** The options of the command that a sent form stands for. */
export function optionsOfForm({ kind }: FormName, { fields }: ModalSubmitInteraction): Record<string, string> {
  const chosen = (id: string): string => fields.getStringSelectValues(id)[0] ?? '';
  if (kind === 'settings') return { threads: chosen('threads') };
  return scheduleOptions({
    at: fields.getTextInputValue('at'),
    days: fields.getStringSelectValues('days'),
    tz: fields.getTextInputValue('tz'),
    quiet: fields.getTextInputValue('quiet'),
    nothing: chosen('nothing'),
  });
}

function scheduleInputs(data: object, storyZone: string): APILabelComponent[] {
  const { at, days, tz, quiet, nothing } = scheduleFields(data, storyZone);
  return [
    textInput('at', 'At', { value: at, description: 'Local times of day, with commas between them' }),
    select('days', 'On', { words: dayWords, chosen: days, most: Object.keys(dayWords).length }),
    textInput('tz', 'Time zone', { value: tz, description: 'Such as Europe/Paris' }),
    textInput('quiet', 'Quiet hours', {
      value: quiet,
      description: 'Such as 22:00-06:30, or empty; what is due then waits and comes as one',
      mayBeEmpty: true,
    }),
    select('nothing', 'When nothing is new', { words: nothingWords, chosen: [nothing], most: 1 }),
  ];
}

function settingsInputs(data: object): APILabelComponent[] {
  const { threads } = settingsFields(data);
  return [select('threads', 'In threads I answer', { words: threadWords, chosen: [threads], most: 1 })];
}

/** Longest text that a line of a form takes, in characters. */
const longestText = 100;

interface TextLine {
  readonly value: string;
  readonly description: string;
  readonly mayBeEmpty?: true;
}

function textInput(id: string, label: string, { value, description, mayBeEmpty }: TextLine): APILabelComponent {
  return {
    type: ComponentType.Label,
    label,
    description,
    component: {
      type: ComponentType.TextInput,
      style: TextInputStyle.Short,
      custom_id: id,
      required: mayBeEmpty !== true,
      max_length: longestText,
      ...(value !== '' && { value }),
    },
  };
}

interface Choices {
  readonly words: Readonly<Record<string, string>>;
  readonly chosen: readonly string[];
  readonly most: number;
}

function select(id: string, label: string, { words, chosen, most }: Choices): APILabelComponent {
  const options = Object.entries(words).map(([value, shown]) => ({
    value,
    label: shown,
    default: chosen.includes(value),
  }));
  return {
    type: ComponentType.Label,
    label,
    component: { type: ComponentType.StringSelect, custom_id: id, options, min_values: 1, max_values: most },
  };
}

function idOf({ kind, story }: FormName): string {
  return `${prefix}:${kind}:${story}`;
}
