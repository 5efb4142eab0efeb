import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';

/** Discord's own OpenAPI document, as schemas; loaded by a name that the compiler does not follow, for it has no types. */
const published = 'discord-api-spec/zod';
const spec = z.record(z.string(), z.unknown()).parse({ ...(await import(published)) });

function schema(name: string): z.core.$ZodType {
  return z.instanceof(z.core.$ZodType).parse(spec[`${name}Schema`]);
}

const bodies: readonly { readonly route: RegExp; readonly schemas: readonly z.core.$ZodType[] }[] = [
  { route: /^POST \/channels\/\d+\/messages$/, schemas: [schema('MessageCreateRequest')] },
  { route: /^POST \/channels\/\d+\/messages\/\d+\/threads$/, schemas: [schema('CreateTextThreadWithMessageRequest')] },
  { route: /^POST \/channels\/\d+\/threads$/, schemas: [schema('CreateForumThreadRequest')] },
  { route: /^POST \/webhooks\/\d+\/[^/]+$/, schemas: [schema('IncomingWebhookRequestPartial')] },
  { route: /^PATCH \/webhooks\//, schemas: [schema('IncomingWebhookUpdateRequestPartial')] },
  { route: /^PUT \/applications\/\d+\/commands$/, schemas: [z.array(schema('ApplicationCommandUpdateRequest'))] },
  {
    route: /^POST \/interactions\//,
    schemas: [
      'ApplicationCommandAutocompleteCallbackRequest',
      'CreateMessageInteractionCallbackRequest',
      'ModalInteractionCallbackRequest',
      'UpdateMessageInteractionCallbackRequest',
    ].map(schema),
  },
];

/** What Discord would refuse of a request's body, or undefined. A member that the document does not name is a fault too. */
export function specFault(route: string, body: unknown): string | undefined {
  const known = bodies.find((entry) => entry.route.test(route));
  if (known === undefined) return undefined;
  const results = known.schemas.map((candidate) => z.core.safeParse(candidate, body));
  if (results.some((result) => result.success && isDeepStrictEqual(result.data, body))) return undefined;
  const taken = results.find((result) => result.success);
  if (taken !== undefined) return `a member of ${JSON.stringify(body)} is not in the document`;
  return results.map((result) => (result.success ? '' : z.prettifyError(result.error))).join('\n');
}

/** One that is cut in two is no text any more. */
const halfCharacter = /\p{Surrogate}/u;

interface Component {
  readonly type: number;
  readonly content?: string | undefined;
  readonly custom_id?: string | undefined;
  readonly file?: { readonly url: string } | undefined;
  readonly components?: readonly Component[] | undefined;
}

const componentSchema: z.ZodType<Component> = z.lazy(() =>
  z.object({
    type: z.number(),
    content: z.string().min(1).optional(),
    custom_id: z.string().min(1).max(100).optional(),
    file: z.object({ url: z.string() }).optional(),
    components: z.array(componentSchema).min(1).optional(),
  }),
);

const messageSchema = z.object({
  flags: z.number().refine((flags) => (flags & 32_768) !== 0, 'is not Components V2'),
  components: z.array(componentSchema).min(1),
  allowed_mentions: z.strictObject({
    parse: z.array(z.string()).max(0),
    roles: z.array(z.string().regex(/^\d+$/)).min(1).max(100).optional(),
    replied_user: z.literal(false).optional(),
  }),
  attachments: z.array(z.object({ id: z.string(), filename: z.string() })).default([]),
  content: z.undefined().optional(),
  embeds: z.undefined().optional(),
});

/**
 * What Discord refuses of a Components V2 message beside what the document says:
 * https://discord.com/developers/docs/components/reference. One that may ping counts as refused.
 */
export function faultOf(body: unknown, files: readonly string[] = []): string | undefined {
  const parsed = messageSchema.safeParse(body);
  if (!parsed.success) return z.prettifyError(parsed.error);
  const all = parsed.data.components.flatMap(flat);
  const text = all.reduce((sum, { content }) => sum + (content?.length ?? 0), 0);
  if (all.length > 40) return `${all.length} components`;
  if (text > 4_000) return `${text} characters`;
  if (all.some(({ content }) => halfCharacter.test(content ?? ''))) return 'half of a character';
  const ids = all.flatMap(({ custom_id: id }) => id ?? []);
  if (new Set(ids).size < ids.length) return 'a custom_id twice';
  const named = new Set(all.flatMap(({ content }) => rolesIn(content ?? '')));
  if (!isDeepStrictEqual(new Set(parsed.data.allowed_mentions.roles), named))
    return 'a mention that is not allowed, or not there';
  const names = parsed.data.attachments.map(({ filename }) => filename);
  const shown = all.flatMap(({ file }) => file?.url.replace('attachment://', '') ?? []);
  if (!isDeepStrictEqual(names, files) || !isDeepStrictEqual(shown, files))
    return 'a file that is not shown, or not there';
  return undefined;
}

/** The roles that a text mentions; a mark behind a backslash or in code is none. */
function rolesIn(content: string): string[] {
  const unescaped = content.replaceAll(/\\.|`[^`]*`/gs, '');
  return [...unescaped.matchAll(/<@&(\d+)>/g)].map(([, role = '']) => role);
}

function flat(component: Component): Component[] {
  return [component, ...(component.components ?? []).flatMap(flat)];
}
