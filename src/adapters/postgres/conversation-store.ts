import { z } from 'zod';
import { conversationSchema, type ConversationStore } from '../../core/conversations/conversation.ts';
import type { Database } from './database.ts';

const row = z.object({ conversation: conversationSchema });

/** Conversations in Postgres. */
export function conversationStore(database: Database): ConversationStore {
  return {
    get: async (key) => {
      const [found] = await database.rows(row, 'SELECT conversation FROM communique.conversations WHERE key = $1', [
        key,
      ]);
      return found?.conversation ?? {};
    },
    remember: async (key, news) => {
      await database.change(
        `INSERT INTO communique.conversations (key, conversation) VALUES ($1, $2)
         ON CONFLICT (key) DO UPDATE SET conversation = conversations.conversation || excluded.conversation`,
        [key, JSON.stringify(news)],
      );
    },
  };
}
