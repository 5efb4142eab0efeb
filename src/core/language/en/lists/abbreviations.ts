/** Words whose full stop does not end a sentence when a capital letter follows: titles, places, months, companies. */
export const beforeNames: ReadonlySet<string> = new Set(
  `mr mrs ms mx dr prof rev fr sr sra mgr msgr hon gov sen rep pres amb sec gen lt col maj capt cpt cmdr adm sgt cpl pvt brig
  st ste mt ft no nos vs v art arts para fig figs vol pp ed eds op cit ca approx est al jan feb mar apr jun jul aug sep sept oct
  nov dec mon tue tues wed thu thur thurs fri sat sun e.g i.e cf viz messrs mme mlle supt det insp atty ald asst`.split(
    /\s+/,
  ),
);

/** Words with a full stop that may also end a sentence: then it depends on what follows. */
export const mayEnd: ReadonlySet<string> = new Set(
  'inc ltd corp co plc llc jr sr etc bros u.s u.k u.n e.u u.a.e u.s.a d.c a.m p.m ph.d m.d b.a m.a esq'.split(/\s+/),
);
