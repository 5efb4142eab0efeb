export const helpText = `communique: a digest bot for developing stories; every sentence it shows stands in a named article

  communique start [--role all|bot|worker]       run the bot: Slack and Discord if their tokens are set, else this terminal
  communique ingest FILE|FOLDER|URL|-…           add articles: text, Markdown, HTML, RSS, Atom, JSON Feed; "-" is standard input
             [--published ISO] [--source NAME]
  communique run '/STORY who' [--as FORMAT]      one command, as a platform would get it: text, json, slack or discord
  communique who [NAME]                          any command by its verb: brief, changes, who, timeline, positions …
  communique ask 'QUESTION' [--json]             answer from the articles, or say that they do not say
  communique export [md|json]                    the brief with its receipts, as a file on standard output
  communique verify FILE                         check a receipts file (export json) against the store, offline
  communique show [ARTICLE [--text]]             list the articles held; one of them; its stored text byte for byte
  communique doctor [--quiet]                    what is configured, reachable and missing, and how to mend it

  --data DIR     folder of the embedded store (default ./data; a server by DATABASE_URL)
  --story KEY    which story, where several are followed (default: the first)
  --json         structured answer with its citations

Exit code 0: done. 1: it could not be done; standard error says what, where and how to mend it.
`;
