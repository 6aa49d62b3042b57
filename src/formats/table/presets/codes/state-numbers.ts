/**
 * Numbers of states: Correlates of War (State System Membership, v2016) and Gleditsch and Ward (1999), which agree but for a few.
 * Number, ISO 3166-1 alpha-2 (`-` for states that are no more, and for 345, which was several) and a name of ours.
 */
const STATES = `
2 US United States
20 CA Canada
31 BS Bahamas
40 CU Cuba
41 HT Haiti
42 DO Dominican Republic
51 JM Jamaica
52 TT Trinidad and Tobago
53 BB Barbados
54 DM Dominica
55 GD Grenada
56 LC Saint Lucia
57 VC Saint Vincent and the Grenadines
58 AG Antigua and Barbuda
60 KN Saint Kitts and Nevis
70 MX Mexico
80 BZ Belize
89 - United Provinces of Central America
90 GT Guatemala
91 HN Honduras
92 SV El Salvador
93 NI Nicaragua
94 CR Costa Rica
95 PA Panama
99 - Great Colombia
100 CO Colombia
101 VE Venezuela
110 GY Guyana
115 SR Suriname
130 EC Ecuador
135 PE Peru
140 BR Brazil
145 BO Bolivia
150 PY Paraguay
155 CL Chile
160 AR Argentina
165 UY Uruguay
200 GB United Kingdom
205 IE Ireland
210 NL Netherlands
211 BE Belgium
212 LU Luxembourg
220 FR France
221 MC Monaco
223 LI Liechtenstein
225 CH Switzerland
230 ES Spain
232 AD Andorra
235 PT Portugal
240 - Hanover
245 - Bavaria
255 DE Germany (Prussia)
260 DE German Federal Republic
265 - German Democratic Republic
267 - Baden
269 - Saxony
271 - Württemberg
273 - Hesse-Kassel
275 - Hesse-Darmstadt
280 - Mecklenburg-Schwerin
290 PL Poland
300 - Austria-Hungary
305 AT Austria
310 HU Hungary
315 - Czechoslovakia
316 CZ Czech Republic
317 SK Slovakia
325 IT Italy (Sardinia)
327 - Papal States
329 - Two Sicilies
331 SM San Marino
332 - Modena
335 - Parma
337 - Tuscany
338 MT Malta
339 AL Albania
340 RS Serbia
341 ME Montenegro
343 MK North Macedonia
344 HR Croatia
345 - Yugoslavia or Serbia
346 BA Bosnia and Herzegovina
347 XK Kosovo
349 SI Slovenia
350 GR Greece
352 CY Cyprus
355 BG Bulgaria
359 MD Moldova
360 RO Romania
365 RU Russia (Soviet Union)
366 EE Estonia
367 LV Latvia
368 LT Lithuania
369 UA Ukraine
370 BY Belarus
371 AM Armenia
372 GE Georgia
373 AZ Azerbaijan
375 FI Finland
380 SE Sweden
385 NO Norway
390 DK Denmark
395 IS Iceland
396 - Abkhazia
397 - South Ossetia
402 CV Cape Verde
403 ST São Tomé and Príncipe
404 GW Guinea-Bissau
411 GQ Equatorial Guinea
420 GM Gambia
432 ML Mali
433 SN Senegal
434 BJ Benin
435 MR Mauritania
436 NE Niger
437 CI Côte d’Ivoire
438 GN Guinea
439 BF Burkina Faso
450 LR Liberia
451 SL Sierra Leone
452 GH Ghana
461 TG Togo
471 CM Cameroon
475 NG Nigeria
481 GA Gabon
482 CF Central African Republic
483 TD Chad
484 CG Congo
490 CD Democratic Republic of the Congo
500 UG Uganda
501 KE Kenya
510 TZ Tanzania
511 - Zanzibar
516 BI Burundi
517 RW Rwanda
520 SO Somalia
522 DJ Djibouti
530 ET Ethiopia
531 ER Eritrea
540 AO Angola
541 MZ Mozambique
551 ZM Zambia
552 ZW Zimbabwe
553 MW Malawi
560 ZA South Africa
563 - Transvaal
564 - Orange Free State
565 NA Namibia
570 LS Lesotho
571 BW Botswana
572 SZ Eswatini
580 MG Madagascar
581 KM Comoros
590 MU Mauritius
591 SC Seychelles
600 MA Morocco
615 DZ Algeria
616 TN Tunisia
620 LY Libya
625 SD Sudan
626 SS South Sudan
630 IR Iran
640 TR Turkey (Ottoman Empire)
645 IQ Iraq
651 EG Egypt
652 SY Syria
660 LB Lebanon
663 JO Jordan
666 IL Israel
670 SA Saudi Arabia
678 YE Yemen (Arab Republic)
679 YE Yemen
680 - People’s Republic of Yemen
690 KW Kuwait
692 BH Bahrain
694 QA Qatar
696 AE United Arab Emirates
698 OM Oman
700 AF Afghanistan
701 TM Turkmenistan
702 TJ Tajikistan
703 KG Kyrgyzstan
704 UZ Uzbekistan
705 KZ Kazakhstan
710 CN China
711 - Tibet
712 MN Mongolia
713 TW Taiwan
730 - Korea
731 KP North Korea
732 KR South Korea
740 JP Japan
750 IN India
751 - Hyderabad
760 BT Bhutan
770 PK Pakistan
771 BD Bangladesh
775 MM Myanmar
780 LK Sri Lanka
781 MV Maldives
790 NP Nepal
800 TH Thailand
811 KH Cambodia
812 LA Laos
815 - Vietnam (Annam)
816 VN Vietnam
817 - Republic of Vietnam
820 MY Malaysia
830 SG Singapore
835 BN Brunei
840 PH Philippines
850 ID Indonesia
860 TL Timor-Leste
900 AU Australia
910 PG Papua New Guinea
920 NZ New Zealand
935 VU Vanuatu
940 SB Solomon Islands
946 KI Kiribati
947 TV Tuvalu
950 FJ Fiji
955 TO Tonga
970 NR Nauru
983 MH Marshall Islands
986 PW Palau
987 FM Micronesia
990 WS Samoa
`;

const states = new Map(
  STATES.trim()
    .split('\n')
    .map((line) => {
      const [number = '', country = '', ...name] = line.split(' ');
      return [number, { country: country === '-' ? '' : country, name: name.join(' ') }] as const;
    }),
);

/**
 * ISO 3166-1 alpha-2 of the state with a number; empty for one that is no more, for several, and for what isn't known. Of
 * several numbers, parted by commas, each by itself, parted by semicolons as their names are.
 */
export function countryOfState(numbers: string): string {
  const countries = partsOf(numbers).map((number) => states.get(number)?.country ?? '');
  return countries.some((country) => country !== '') ? countries.join('; ') : '';
}

/** `Spain`; empty where nobody knows the number. */
export function stateOfNumber(number: string): string {
  return states.get(number.trim())?.name ?? '';
}

/**
 * `Spain (230)`: what the number means, with the number as it stands; the number alone where nobody knows. Of several, parted
 * by commas, each by itself, parted by semicolons.
 */
export function nameOfState(numbers: string): string {
  return partsOf(numbers)
    .map((number) => {
      const state = states.get(number);
      return state === undefined ? number : `${state.name} (${number})`;
    })
    .join('; ');
}

function partsOf(numbers: string): readonly string[] {
  return numbers
    .split(',')
    .map((number) => number.trim())
    .filter((number) => number !== '');
}
