import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';

export const articleIdSchema = z
  .string()
  .regex(/^[0-9a-f]{12}$/, 'an article id has 12 hexadecimal digits')
  .brand<'ArticleId'>();
export const storyKeySchema = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]{0,31}$/,
    'a command is 1 to 32 lower-case letters, digits or hyphens and starts with a letter',
  )
  .brand<'StoryKey'>();
export const subscriptionIdSchema = z.uuid().brand<'SubscriptionId'>();
export const buttonIdSchema = z.uuid().brand<'ButtonId'>();
export const deliveryIdSchema = z.uuid().brand<'DeliveryId'>();

/** Names one unchanging text of one article: a corrected article has a new id. */
export type ArticleId = z.infer<typeof articleIdSchema>;
/** Names a story: the word of its slash command, without the slash. */
export type StoryKey = z.infer<typeof storyKeySchema>;
export type SubscriptionId = z.infer<typeof subscriptionIdSchema>;
export type ButtonId = z.infer<typeof buttonIdSchema>;
export type DeliveryId = z.infer<typeof deliveryIdSchema>;

/** Derives an article's id from where it was found and what it says. `identity` is its URL, or '' for a bare text. */
export function articleId(identity: string, text: string): ArticleId {
  return articleIdSchema.parse(sha256(`${identity}\n${text}`).slice(0, 12));
}

export function newSubscriptionId(): SubscriptionId {
  return subscriptionIdSchema.parse(randomUUID());
}

export function newDeliveryId(): DeliveryId {
  return deliveryIdSchema.parse(randomUUID());
}

export function newButtonId(): ButtonId {
  return buttonIdSchema.parse(randomUUID());
}

/** A number that nobody can guess, as text. */
export function newNonce(): string {
  return randomUUID();
}

/** SHA-256 of the text's UTF-8 bytes, as 64 lower-case hexadecimal digits. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
