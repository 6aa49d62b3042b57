/**
 * What people write in a column of types, by our own types (`EVENT_TYPES`): English, Russian, Arabic, French, parted by
 * bars. Only words that say the type by themselves: a protest may be a note or a march, and French `appel` a call or an
 * appeal, so that neither stands here.
 */
export const TYPE_WORDS = {
  talks:
    'meeting|meetings|visit|visits|call|calls|phone call|telephone call|phone conversation|conversation|letter|letters|negotiation|negotiations|peace talks|round|round of talks|summit|parley|consultation|consultations|conference|peace conference|' +
    'встреча|визит|звонок|телефонный звонок|телефонный разговор|разговор|беседа|письмо|раунд|раунд переговоров|переговоры|саммит|консультации|конференция|' +
    'اجتماع|لقاء|زيارة|اتصال|اتصال هاتفي|مكالمة|مكالمة هاتفية|رسالة|مفاوضات|محادثات|مباحثات|جولة|جولة مفاوضات|قمة|مشاورات|مؤتمر|' +
    'réunion|rencontre|visite|appel téléphonique|entretien|entretiens|entretien téléphonique|lettre|négociation|négociations|pourparlers|cycle de négociations|sommet|conférence',
  agreement:
    'agreement|agreements|deal|accord|accords|treaty|treaties|pact|memorandum|memorandum of understanding|mou|signature|signing|ratification|joint statement|joint declaration|joint communiqué|' +
    'соглашение|договор|договоренность|сделка|пакт|меморандум|подписание|ратификация|совместное заявление|' +
    'اتفاق|اتفاقية|معاهدة|صفقة|ميثاق|مذكرة تفاهم|توقيع|تصديق|بيان مشترك|' +
    'traité|pacte|mémorandum|déclaration commune|communiqué commun',
  ceasefire:
    'ceasefire|cease fire|truce|armistice|cessation of hostilities|прекращение огня|перемирие|режим тишины|' +
    'وقف إطلاق النار|هدنة|وقف الأعمال العدائية|cessez le feu|trêve|cessation des hostilités',
  statement:
    'statement|statements|declaration|announcement|speech|remarks|interview|press conference|press release|communiqué|' +
    'заявление|выступление|речь|интервью|пресс конференция|коммюнике|декларация|' +
    'بيان|تصريح|خطاب|إعلان|مقابلة|مؤتمر صحفي|déclaration|discours|allocution|annonce|entrevue|conférence de presse',
  appeal: 'appeal|request|plea|призыв|обращение|просьба|نداء|طلب|مناشدة|demande|requête',
  criticism:
    'criticism|condemnation|denunciation|rejection|protest note|note of protest|критика|осуждение|нота протеста|' +
    'انتقاد|إدانة|رفض|مذكرة احتجاج|critique|condamnation|rejet|note de protestation',
  warning:
    'warning|threat|threats|ultimatum|предупреждение|угроза|угрозы|ультиматум|' +
    'تحذير|تهديد|إنذار|avertissement|mise en garde|menace|menaces',
  resolution: 'vote|votes|voting|veto|resolution|roll call|голосование|вето|резолюция|تصويت|فيتو|scrutin|résolution',
  sanctions: 'sanctions|sanction|embargo|arms embargo|asset freeze|санкции|эмбарго|عقوبات|حظر|gel des avoirs',
  military:
    'strike|strikes|airstrike|airstrikes|air strike|air strikes|attack|attacks|offensive|clash|clashes|battle|shelling|bombing|bombardment|raid|invasion|military operation|' +
    'удар|удары|авиаудар|атака|нападение|наступление|столкновение|столкновения|бой|обстрел|обстрелы|бомбардировка|вторжение|' +
    'ضربة|ضربات|هجوم|غارة|غارات|قصف|اشتباك|اشتباكات|معركة|غزو|' +
    'frappe|frappes|attaque|attaques|affrontement|affrontements|bataille|bombardement|bombardements',
  humanitarian:
    'aid|humanitarian aid|convoy|aid convoy|humanitarian convoy|aid delivery|помощь|гуманитарная помощь|конвой|гуманитарный конвой|' +
    'مساعدات|مساعدات إنسانية|قافلة|إغاثة|aide|aide humanitaire|convoi|convoi humanitaire',
  appointment: 'appointment|nomination|назначение|تعيين|ترشيح|désignation',
} as const;
