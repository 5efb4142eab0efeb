/** Function words of French, German, Spanish, Italian, Dutch, Portuguese and the Nordic languages that are no English words. */
export const foreignWords: ReadonlySet<string> = new Set(
  `le la les des du un une est et dans pour qui que sur pas au aux par avec il elle ont été cette ce
  der die das und ist nicht ein eine den dem von mit auf für sich wird im zu
  el los las del una por con para su al se es
  della che di il gli nel per non sono
  het een van en niet voor
  do da os um uma não em
  og det att som för inte på av är till ikke`.split(/\s+/u),
);
