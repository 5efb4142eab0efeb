import { z } from 'zod';
import { type SlackButton, slackButton } from './buttons.ts';
import type { SlackBlock } from './render-slack.ts';

export const formKinds = ['schedule', 'settings'] as const;
export type FormKind = (typeof formKinds)[number];

/** What a form is about; it travels in the form, which Slack keeps and signs. */
export const aboutSchema = z.object({ story: z.string(), channel: z.string() });
export type About = z.infer<typeof aboutSchema>;

interface PlainText {
  readonly type: 'plain_text';
  readonly text: string;
}

interface Option {
  readonly text: PlainText;
  readonly value: string;
}

type Input =
  | {
      readonly type: 'plain_text_input';
      readonly action_id: string;
      readonly initial_value?: string;
      readonly placeholder?: PlainText;
      readonly max_length: number;
    }
  | {
      readonly type: 'checkboxes';
      readonly action_id: string;
      readonly options: readonly Option[];
      readonly initial_options?: readonly Option[];
    }
  | {
      readonly type: 'radio_buttons';
      readonly action_id: string;
      readonly options: readonly Option[];
      readonly initial_option?: Option;
    };

/** A line of a form: https://docs.slack.dev/reference/block-kit/blocks/input-block */
export interface InputBlock {
  readonly type: 'input';
  /** The argument of the command that it fills. */
  readonly block_id: string;
  readonly label: PlainText;
  readonly hint?: PlainText;
  readonly optional: boolean;
  readonly element: Input;
}

/** https://docs.slack.dev/reference/views/modal-views */
export interface Form {
  readonly type: 'modal';
  readonly callback_id?: string;
  readonly private_metadata?: string;
  readonly title: PlainText;
  readonly submit?: PlainText;
  readonly close: PlainText;
  readonly blocks: readonly (InputBlock | SlackBlock)[];
}

export const openPattern = /^open:(?:schedule|settings):/;
export const submitPattern = /^form:(?:schedule|settings)$/;

/** A button that opens a form for a channel: that of the message with the button, unless one is named. */
export function formButton(kind: FormKind, story: string, label: string, channel?: string): SlackButton {
  return { ...slackButton(`open:${kind}:${story}`, label), ...(channel !== undefined && { value: channel }) };
}

/** The form and the story that a button's action id names. */
export function readOpening(actionId: string): { readonly kind: FormKind; readonly story: string } {
  const [, kind, ...story] = actionId.split(':');
  return { kind: z.enum(formKinds).parse(kind), story: story.join(':') };
}

export function form(kind: FormKind, title: string, about: About, blocks: readonly InputBlock[]): Form {
  return {
    type: 'modal',
    callback_id: `form:${kind}`,
    private_metadata: JSON.stringify(about),
    title: plainText(title),
    submit: plainText('Save'),
    close: plainText('Cancel'),
    blocks,
  };
}

/** What a form is replaced by when it was sent. */
export function shownForm(title: string, blocks: readonly SlackBlock[]): Form {
  return { type: 'modal', title: plainText(title), close: plainText('Close'), blocks };
}

export function textInput(name: string, initial: string | undefined, placeholder: string): Input {
  return {
    type: 'plain_text_input',
    action_id: name,
    max_length: 100,
    placeholder: plainText(placeholder),
    ...(initial !== undefined && initial !== '' && { initial_value: initial }),
  };
}

export function radio(name: string, choices: Readonly<Record<string, string>>, chosen: string): Input {
  const options = optionsOf(choices);
  const initial = options.find(({ value }) => value === chosen);
  return { type: 'radio_buttons', action_id: name, options, ...(initial !== undefined && { initial_option: initial }) };
}

export function checkboxes(name: string, choices: Readonly<Record<string, string>>, chosen: readonly string[]): Input {
  const options = optionsOf(choices);
  const initial = options.filter(({ value }) => chosen.includes(value));
  return { type: 'checkboxes', action_id: name, options, ...(initial.length > 0 && { initial_options: initial }) };
}

export function inputBlock(
  name: string,
  label: string,
  element: Input,
  more: { readonly hint?: string; readonly optional?: 'optional' } = {},
): InputBlock {
  return {
    type: 'input',
    block_id: name,
    label: plainText(label),
    optional: more.optional !== undefined,
    element,
    ...(more.hint !== undefined && { hint: plainText(more.hint) }),
  };
}

export function plainText(text: string): PlainText {
  return { type: 'plain_text', text };
}

function optionsOf(choices: Readonly<Record<string, string>>): Option[] {
  return Object.entries(choices).map(([value, text]) => ({ text: plainText(text), value }));
}
