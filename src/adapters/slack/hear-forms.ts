import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Reply } from '../../core/commands/reply.ts';
import { aboutSchema, type Form, type FormKind, openPattern, readOpening, shownForm, submitPattern } from './forms.ts';
import type { Hearing } from './hearing.ts';
import { originOf } from './origin.ts';
import { renderSlack } from './render-slack.ts';
import { remark } from './respond.ts';
import { scheduleForm, scheduleFormOptions } from './schedule-form.ts';
import { settingsForm, settingsOptions } from './settings-form.ts';
import { whileQuick } from './while-quick.ts';
import { workspaceOf } from './workspace-of.ts';

const openingSchema = z.object({
  trigger_id: z.string(),
  user: z.object({ id: z.string() }),
  container: z.object({ channel_id: z.string().optional() }),
});
const submissionSchema = z.object({
  user: z.object({ id: z.string() }),
  view: z.object({
    id: z.string(),
    callback_id: z.string(),
    private_metadata: z.string(),
    state: z.object({ values: z.unknown() }),
  }),
});

const tooLate = 'I could not open the form in time. Please press the button again.';
const titles = { schedule: 'Digests', settings: 'Settings' } as const satisfies Readonly<Record<FormKind, string>>;

/** Forms for `schedule` and `settings`: they are filled from what the commands say, and sent as the commands. */
export function hearForms(hearing: Hearing): void {
  hearOpenings(hearing);
  hearSubmissions(hearing);
}

/** A form must be opened within three seconds: https://docs.slack.dev/interactivity/handling-user-interaction#modal_responses */
function hearOpenings({ app, bot, work, mayManage }: Hearing): void {
  app.action({ type: 'block_actions', action_id: openPattern }, async (args) => {
    const { action, body, ack, respond, client, context } = args;
    await ack();
    const pressed = openingSchema.parse(body);
    const { kind, story } = readOpening(action.action_id);
    const named = z.object({ value: z.string().optional() }).parse(action).value;
    const channel = named ?? pressed.container.channel_id ?? '';
    const workspace = workspaceOf(context) ?? '';
    work.start(async () => {
      const origin = await originOf({ client, workspace, channel, user: pressed.user.id }, mayManage);
      const { outcome, data, message } = await bot.run(story, { kind: 'options', verb: kind, options: {} }, origin);
      const zone = bot.stories.find(({ key }) => key === story)?.timeZone ?? 'UTC';
      const about = { story, channel };
      const filled = kind === 'schedule' ? () => scheduleForm(about, data, zone) : () => settingsForm(about, data);
      try {
        await openView(client, pressed.trigger_id, outcome === 'answered' ? filled() : replyForm(kind, { message }));
      } catch (error) {
        // The bot's page has no address for answers.
        if (pressed.container.channel_id !== undefined) await remark(respond, tooLate);
        throw error;
      }
    });
  });
}

function hearSubmissions({ app, bot, quickMs, work, mayManage }: Hearing): void {
  app.view({ type: 'view_submission', callback_id: submitPattern }, async ({ body, ack, client, context }) => {
    const { user, view } = submissionSchema.parse(body);
    const kind: FormKind = view.callback_id === 'form:schedule' ? 'schedule' : 'settings';
    const { story, channel } = aboutSchema.parse(JSON.parse(view.private_metadata));
    const options = kind === 'schedule' ? scheduleFormOptions(view.state.values) : settingsOptions(view.state.values);
    await work.run(async () => {
      let late = false;
      const from = { client, workspace: workspaceOf(context) ?? '', channel, user: user.id };
      const asked = originOf(from, mayManage).then((origin) =>
        bot.run(story, { kind: 'options', verb: kind, options }, origin),
      );
      const reply = await whileQuick(asked, quickMs, async () => {
        late = true;
        await ack();
      });
      // Slack waits for three seconds and then takes no answer; the form has closed by then, and `schedule` shows what holds.
      if (late) return;
      const isWrong = reply.outcome === 'refused';
      if (isWrong) await ack({ response_action: 'errors', errors: errorsOf(reply, Object.keys(options)) });
      else await ack({ response_action: 'update', view: asView(replyForm(kind, reply)) });
    });
  });
}

/** The refusal below the line of the form that it speaks of, else below the first. */
function errorsOf({ data }: Reply, fields: readonly string[]): Record<string, string> {
  const { error, mend } = z.object({ error: z.string(), mend: z.string() }).parse(data);
  const shown = fields.filter((field) => field !== 'action');
  const named = shown.find((field) => error.includes(`${field}:`)) ?? shown[0] ?? 'at';
  return { [named]: `${error} ${mend}` };
}

function replyForm(kind: FormKind, { message }: Pick<Reply, 'message'>): Form {
  return shownForm(titles[kind], renderSlack(message)[0]?.blocks ?? []);
}

async function openView(client: WebClient, trigger: string, form: Form): Promise<void> {
  await client.apiCall('views.open', { trigger_id: trigger, view: asView(form) });
}

/** As Bolt's types want it. */
function asView(form: Form): Omit<Form, 'blocks'> & { blocks: Form['blocks'][number][] } {
  return { ...form, blocks: [...form.blocks] };
}
