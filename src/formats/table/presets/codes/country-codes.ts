import { countryByName } from '../../../../model/country-names';
import { codeTable } from './code-table';

/**
 * ISO 3166-1: alpha-3 and alpha-2. CAMEO's country codes are alpha-3, but for `ROM`, `TMP`, `ZAR` and `KSV`; its regions
 * (`EUR`, `AFR`, `WST`) and states that are no more have none.
 */
const ALPHA_3 = `
AFG AF,ALA AX,ALB AL,DZA DZ,ASM AS,AND AD,AGO AO,AIA AI,ATA AQ,ATG AG,ARG AR,ARM AM,ABW AW,AUS AU,AUT AT,AZE AZ,BHS BS,BHR BH,
BGD BD,BRB BB,BLR BY,BEL BE,BLZ BZ,BEN BJ,BMU BM,BTN BT,BOL BO,BES BQ,BIH BA,BWA BW,BVT BV,BRA BR,IOT IO,BRN BN,BGR BG,BFA BF,
BDI BI,CPV CV,KHM KH,CMR CM,CAN CA,CYM KY,CAF CF,TCD TD,CHL CL,CHN CN,CXR CX,CCK CC,COL CO,COM KM,COG CG,COD CD,COK CK,CRI CR,
CIV CI,HRV HR,CUB CU,CUW CW,CYP CY,CZE CZ,DNK DK,DJI DJ,DMA DM,DOM DO,ECU EC,EGY EG,SLV SV,GNQ GQ,ERI ER,EST EE,SWZ SZ,ETH ET,
FLK FK,FRO FO,FJI FJ,FIN FI,FRA FR,GUF GF,PYF PF,ATF TF,GAB GA,GMB GM,GEO GE,DEU DE,GHA GH,GIB GI,GRC GR,GRL GL,GRD GD,GLP GP,
GUM GU,GTM GT,GGY GG,GIN GN,GNB GW,GUY GY,HTI HT,HMD HM,VAT VA,HND HN,HKG HK,HUN HU,ISL IS,IND IN,IDN ID,IRN IR,IRQ IQ,IRL IE,
IMN IM,ISR IL,ITA IT,JAM JM,JPN JP,JEY JE,JOR JO,KAZ KZ,KEN KE,KIR KI,PRK KP,KOR KR,KWT KW,KGZ KG,LAO LA,LVA LV,LBN LB,LSO LS,
LBR LR,LBY LY,LIE LI,LTU LT,LUX LU,MAC MO,MDG MG,MWI MW,MYS MY,MDV MV,MLI ML,MLT MT,MHL MH,MTQ MQ,MRT MR,MUS MU,MYT YT,MEX MX,
FSM FM,MDA MD,MCO MC,MNG MN,MNE ME,MSR MS,MAR MA,MOZ MZ,MMR MM,NAM NA,NRU NR,NPL NP,NLD NL,NCL NC,NZL NZ,NIC NI,NER NE,NGA NG,
NIU NU,NFK NF,MKD MK,MNP MP,NOR NO,OMN OM,PAK PK,PLW PW,PSE PS,PAN PA,PNG PG,PRY PY,PER PE,PHL PH,PCN PN,POL PL,PRT PT,PRI PR,
QAT QA,REU RE,ROU RO,RUS RU,RWA RW,BLM BL,SHN SH,KNA KN,LCA LC,MAF MF,SPM PM,VCT VC,WSM WS,SMR SM,STP ST,SAU SA,SEN SN,SRB RS,
SYC SC,SLE SL,SGP SG,SXM SX,SVK SK,SVN SI,SLB SB,SOM SO,ZAF ZA,SGS GS,SSD SS,ESP ES,LKA LK,SDN SD,SUR SR,SJM SJ,SWE SE,CHE CH,
SYR SY,TWN TW,TJK TJ,TZA TZ,THA TH,TLS TL,TGO TG,TKL TK,TON TO,TTO TT,TUN TN,TUR TR,TKM TM,TCA TC,TUV TV,UGA UG,UKR UA,ARE AE,
GBR GB,USA US,UMI UM,URY UY,UZB UZ,VUT VU,VEN VE,VNM VN,VGB VG,VIR VI,WLF WF,ESH EH,YEM YE,ZMB ZM,ZWE ZW,ROM RO,TMP TL,ZAR CD,
KSV XK`;

/** FIPS 10-4 (withdrawn in 2008, used on by GDELT's places) and ISO 3166-1 alpha-2: `AU` is Austria, `AS` Australia. */
const FIPS = `
AA AW,AC AG,AE AE,AF AF,AG DZ,AJ AZ,AL AL,AM AM,AN AD,AO AO,AQ AS,AR AR,AS AU,AU AT,AV AI,AY AQ,BA BH,BB BB,BC BW,BD BM,BE BE,
BF BS,BG BD,BH BZ,BK BA,BL BO,BM MM,BN BJ,BO BY,BP SB,BR BR,BT BT,BU BG,BV BV,BX BN,BY BI,CA CA,CB KH,CD TD,CE LK,CF CG,CG CD,
CH CN,CI CL,CJ KY,CK CC,CM CM,CN KM,CO CO,CQ MP,CS CR,CT CF,CU CU,CV CV,CW CK,CY CY,DA DK,DJ DJ,DO DM,DR DO,EC EC,EG EG,EI IE,
EK GQ,EN EE,ER ER,ES SV,ET ET,EZ CZ,FG GF,FI FI,FJ FJ,FK FK,FM FM,FO FO,FP PF,FR FR,FS TF,GA GM,GB GA,GG GE,GH GH,GI GI,GJ GD,
GK GG,GL GL,GM DE,GP GP,GQ GU,GR GR,GT GT,GV GN,GY GY,GZ PS,HA HT,HK HK,HM HM,HO HN,HR HR,HU HU,IC IS,ID ID,IM IM,IN IN,IO IO,
IR IR,IS IL,IT IT,IV CI,IZ IQ,JA JP,JE JE,JM JM,JO JO,KE KE,KG KG,KN KP,KR KI,KS KR,KT CX,KU KW,KV XK,KZ KZ,LA LA,LE LB,LG LV,
LH LT,LI LR,LO SK,LS LI,LT LS,LU LU,LY LY,MA MG,MB MQ,MC MO,MD MD,MF YT,MG MN,MH MS,MI MW,MJ ME,MK MK,ML ML,MN MC,MO MA,MP MU,
MR MR,MT MT,MU OM,MV MV,MX MX,MY MY,MZ MZ,NC NC,NE NU,NF NF,NG NE,NH VU,NI NG,NL NL,NN SX,NO NO,NP NP,NR NR,NS SR,NU NI,NZ NZ,
OD SS,PA PY,PC PN,PE PE,PK PK,PL PL,PM PA,PO PT,PP PG,PS PW,PU GW,QA QA,RE RE,RI RS,RM MH,RN MF,RO RO,RP PH,RQ PR,RS RU,RW RW,
SA SA,SB PM,SC KN,SE SC,SF ZA,SG SN,SH SH,SI SI,SL SL,SM SM,SN SG,SO SO,SP ES,ST LC,SU SD,SV SJ,SW SE,SX GS,SY SY,SZ CH,TB BL,
TD TT,TH TH,TI TJ,TK TC,TL TK,TN TO,TO TG,TP ST,TS TN,TT TL,TU TR,TV TV,TW TW,TX TM,TZ TZ,UC CW,UG UG,UK GB,UP UA,US US,UV BF,
UY UY,UZ UZ,VC VC,VE VE,VI VG,VM VN,VQ VI,VT VA,WA NA,WE PS,WF WF,WI EH,WS WS,WZ SZ,YM YE,ZA ZM,ZI ZW`;

const alpha3 = codeTable(lines(ALPHA_3));
const fips = codeTable(lines(FIPS));

function lines(list: string): string {
  return list.replaceAll('\n', '').replaceAll(',', '\n');
}

/** ISO 3166-1 alpha-2 of a country code of CAMEO; empty for regions and what isn't known. */
export function countryOfCameo(code: string): string {
  return alpha3.get(code.toUpperCase()) ?? '';
}

/** The same of FIPS 10-4; empty for what isn't known. */
export function countryOfFips(code: string): string {
  return fips.get(code.toUpperCase()) ?? '';
}

/** English names that nobody else calls countries so, by what event data call them. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'russian federation': 'RU',
  usa: 'US',
  uk: 'GB',
  'united states of america': 'US',
  'great britain': 'GB',
  turkey: 'TR',
  burma: 'MM',
  myanmar: 'MM',
  'czech republic': 'CZ',
  macedonia: 'MK',
  swaziland: 'SZ',
  'cape verde': 'CV',
  'ivory coast': 'CI',
  "cote d'ivoire": 'CI',
  congo: 'CG',
  'republic of congo': 'CG',
  'republic of the congo': 'CG',
  'democratic republic of congo': 'CD',
  'democratic republic of the congo': 'CD',
  'dr congo (zaire)': 'CD',
  palestine: 'PS',
  'occupied palestinian territory': 'PS',
  'east timor': 'TL',
  'hong kong': 'HK',
  macau: 'MO',
  'brunei darussalam': 'BN',
  'viet nam': 'VN',
  "lao people's democratic republic": 'LA',
  'republic of korea': 'KR',
  "democratic people's republic of korea": 'KP',
  'syrian arab republic': 'SY',
  'united republic of tanzania': 'TZ',
  'islamic republic of iran': 'IR',
  'bosnia and herzegovina': 'BA',
  'bosnia-herzegovina': 'BA',
  'trinidad and tobago': 'TT',
  'antigua and barbuda': 'AG',
  'sao tome and principe': 'ST',
  'vatican city': 'VA',
};

/** ISO 3166-1 alpha-2 of a country's name in English, whatever its capitals; empty for former states and what isn't known. */
export function countryOfName(name: string): string {
  return OTHER_NAMES[name.trim().toLowerCase()] ?? countryByName(name) ?? '';
}
