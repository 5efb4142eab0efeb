import { z } from 'zod';

/** What Slack's reference says of blocks: https://docs.slack.dev/reference/block-kit/blocks; lengths in characters. */
const plain = (most: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: z.string().min(1).max(most), emoji: z.boolean().optional() });
const style = z.strictObject({
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  code: z.literal(true).optional(),
});
const inline = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1), style: style.optional() }),
  z.strictObject({
    type: z.literal('link'),
    url: z
      .string()
      .regex(/^https?:\/\//)
      .max(3_000),
    text: z.string().min(1),
  }),
  z.strictObject({ type: z.literal('usergroup'), usergroup_id: z.string().regex(/^S[A-Z0-9]+$/) }),
  z.strictObject({ type: z.literal('channel'), channel_id: z.string().regex(/^[CG]/) }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.int(),
    format: z.string().min(1),
    fallback: z.string().min(1),
  }),
]);
const section = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(inline).min(1) });
const header = z.strictObject({ type: z.literal('header'), text: plain(150) });
const richText = z.strictObject({
  type: z.literal('rich_text'),
  elements: z
    .array(
      z.union([
        section,
        z.strictObject({
          type: z.literal('rich_text_list'),
          style: z.enum(['bullet', 'ordered']),
          elements: z.array(section).min(1),
        }),
      ]),
    )
    .min(1),
});
const button = z.strictObject({
  type: z.literal('button'),
  action_id: z.string().min(1).max(255),
  text: plain(75),
  value: z.string().max(2_000).optional(),
});
const actions = z.strictObject({ type: z.literal('actions'), elements: z.array(button).min(1).max(25) });
const option = z.strictObject({ text: plain(75), value: z.string().min(1).max(150) });
const input = z.strictObject({
  type: z.literal('input'),
  block_id: z.string().min(1).max(255),
  label: plain(2_000),
  hint: plain(2_000).optional(),
  optional: z.boolean().optional(),
  element: z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('plain_text_input'),
      action_id: z.string().min(1).max(255),
      initial_value: z.string().optional(),
      placeholder: plain(150).optional(),
      max_length: z.int().min(1).max(3_000).optional(),
    }),
    z.strictObject({
      type: z.literal('checkboxes'),
      action_id: z.string().min(1).max(255),
      options: z.array(option).min(1).max(10),
      initial_options: z.array(option).min(1).optional(),
    }),
    z.strictObject({
      type: z.literal('radio_buttons'),
      action_id: z.string().min(1).max(255),
      options: z.array(option).min(1).max(10),
      initial_option: option.optional(),
    }),
  ]),
});

const messageBlocks = z.array(z.discriminatedUnion('type', [header, richText, actions])).max(50);

/** The post as Slack takes it. */
export const postSchema = z.object({ text: z.string().min(1).max(40_000), blocks: messageBlocks });
export const modalSchema = z.strictObject({
  type: z.literal('modal'),
  callback_id: z.string().max(255).optional(),
  private_metadata: z.string().max(3_000).optional(),
  title: plain(24),
  submit: plain(24).optional(),
  close: plain(24).optional(),
  blocks: z.array(z.discriminatedUnion('type', [header, richText, actions, input])).max(100),
});
export const homeSchema = z.strictObject({ type: z.literal('home'), blocks: messageBlocks.max(100) });

/** What Slack refuses a post for; undefined for one that it takes. */
export function faultOf(body: Readonly<Record<string, unknown>>): string | undefined {
  const parsed = postSchema.safeParse(body);
  if (!parsed.success) return `invalid_blocks: ${z.prettifyError(parsed.error)}`;
  const { blocks, text } = parsed.data;
  for (const block of blocks)
    if (block.type === 'rich_text' && wordsOf(block) > 3_500) return 'msg_blocks_too_long: a block';
  if (JSON.stringify(blocks).length > 60_000) return 'msg_blocks_too_long';
  // JSON writes what is no text any more as an escape: half of a character that takes two code units.
  if (/\\ud[89a-f]/i.test(JSON.stringify({ blocks, text }))) return 'half of a character';
  // Slack would take it, and somebody would be called.
  return /<[!@#]/.test(text) ? 'live_mention' : undefined;
}

function wordsOf({ elements }: z.infer<typeof richText>): number {
  const sections = elements.flatMap((element) => (element.type === 'rich_text_list' ? element.elements : [element]));
  return sections.flatMap((one) => one.elements).reduce((sum, one) => sum + ('text' in one ? one.text.length : 0), 0);
}
