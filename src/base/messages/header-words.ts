/**
 * What people call the columns of a table of events, by what these mean: English, Russian, Arabic, French, German, Spanish,
 * Chinese, Portuguese, between bars. `other` are columns that no event has a place for.
 */
export const HEADER_WORDS = {
  date:
    'date|dates|when|start|start date|startdate|begin|begin date|beginning|first day|event date|eventdate|day of event|sqldate|date of event|date start|datestart|from date|date from|since|on|datetime|timestamp|occurred|time of event|dt|' +
    'дата|когда|начало|дата начала|день события|с|дата события|' +
    'التاريخ|تاريخ|متى|البداية|تاريخ البداية|تاريخ البدء|من تاريخ|تاريخ الحدث|اليوم|' +
    'quand|date de début|début|debut|jour|date de l événement|depuis|date de signature|' +
    'datum|wann|beginn|anfang|startdatum|von|tag|zeitpunkt|ab|seit|' +
    'fecha|cuándo|cuando|inicio|fecha de inicio|fecha inicial|desde|comienzo|' +
    '日期|时间|時間|开始|开始日期|起始日期|开始时间|何时|发生日期|' +
    'data|quando|início|data de início|data inicial|data do evento|' +
    'תאריך|تاریخ|日付|年月日|วันที่|날짜|tarih',
  end:
    'end|end date|enddate|until|till|to|last day|finish|finished|date end|dateend|to date|date to|ended|ends|expires|expiry|close|closed|left|left office|departure|delisted|delisting|lifted|terminated|termination|withdrawn|released|resigned|dismissed|' +
    'конец|окончание|дата окончания|до|по|завершение|' +
    'النهاية|تاريخ النهاية|إلى|حتى|تاريخ الانتهاء|' +
    'fin|date de fin|jusqu|jusqu au|jusqu à|' +
    'ende|enddatum|bis|schluss|' +
    'hasta|fecha de fin|fecha final|final|término|' +
    '结束|结束日期|终止日期|截止|结束时间|' +
    'fim|data final|data de fim|até|data de término',
  year: 'year|yr|start year|styear|year start|startyear|begin year|год|год начала|السنة|سنة|عام|année|annee|an|année de début|jahr|startjahr|año|ano|年|年份|年度|ano de início',
  month: 'month|mon|mo|start month|stmon|stmonth|startmonth|месяц|الشهر|شهر|mois|monat|mes|月|月份|mês',
  day: 'day|day of month|start day|stday|startday|dd|день|число|اليوم|يوم|jour|tag|día|dia|日|号',
  endYear: 'end year|endyear|year end|год окончания|سنة النهاية|année de fin|endjahr|año final|结束年|ano final',
  endMonth:
    'end month|endmonth|endmon|month end|месяц окончания|شهر النهاية|mois de fin|endmonat|mes final|结束月|mês final',
  endDay: 'end day|endday|day end|день окончания|يوم النهاية|jour de fin|endtag|día final|结束日|dia final',
  time: 'time|hour|clock|time of day|local time|время|час|الوقت|الساعة|وقت|heure|horaire|uhrzeit|zeit|hora|时刻|钟点|horário',
  display: 'display date|date text|date as written|date display|displaydate|дата текстом|datumstext',
  precision:
    'precision|date precision|date prec|start prec|time precision|dateprecision|accuracy|date accuracy|точность|точность даты|الدقة|دقة التاريخ|précision|precision de la date|genauigkeit|precisión|精度|precisão',
  title:
    'title|event|headline|purpose|decision|name|event name|event title|what|what happened|subject|heading|label|short description|incident|action|topic|agenda item|' +
    'событие|название|заголовок|что|что произошло|мероприятие|тема|наименование|' +
    'الحدث|حدث|العنوان|عنوان|ماذا|الموضوع|اسم الحدث|ماذا حدث|الخبر|' +
    'titre|événement|evénement|evenement|intitulé|quoi|sujet|fait|objet|libellé|' +
    'titel|ereignis|überschrift|was|bezeichnung|thema|vorgang|anlass|betreff|' +
    'título|titulo|evento|qué|suceso|acontecimiento|hecho|asunto|tema|' +
    '标题|事件|名称|题目|内容标题|事项|活动|主题|' +
    'acontecimento|o que|assunto|ocorrência',
  summary:
    'summary|description|text|details|detail|notes|note|body|content|comment|comments|narrative|abstract|remarks|what was said|event description|long description|' +
    'описание|подробности|текст|содержание|комментарий|примечание|примечания|заметки|краткое содержание|' +
    'الوصف|وصف|التفاصيل|تفاصيل|النص|ملخص|الملخص|ملاحظات|المحتوى|شرح|' +
    'résumé|resume|détails|texte|contenu|commentaire|commentaires|remarques|' +
    'beschreibung|zusammenfassung|inhalt|einzelheiten|bemerkung|bemerkungen|anmerkung|anmerkungen|notiz|kommentar|' +
    'resumen|descripción|descripcion|detalles|texto|contenido|comentario|comentarios|notas|observaciones|' +
    '描述|说明|内容|摘要|详情|备注|简介|正文|' +
    'resumo|descrição|detalhes|conteúdo|comentários|observações',
  id:
    'id|no|nr|number|num|key|uid|guid|uuid|event id|eventid|record id|row id|index|row|ref|reference number|#|№|n|' +
    'номер|ид|идентификатор|п п|код записи|الرقم|رقم|معرف|المعرف|م|numéro|numero|n°|identifiant|nummer|kennung|lfd nr|lfdnr|número|编号|序号|标识|código',
  actor:
    'actors|actor|body|organ|visitor|guest|host|ambassador|minister|president|envoy|official|diplomat|actor1|actor2|actor 1|actor 2|actor1name|actor2name|actor1 name|actor2 name|actor 1 name|actor 2 name|side a|side b|who|participants|participant|parties|party|people|persons|person|names|countries involved|states|states involved|involved|delegations|attendees|signatories|signatory|members|member|with|leader|leaders|speaker|speakers|negotiators|visitors|organisation|organization|organisations|organizations|side a|side b|side|player|players|' +
    'участники|участник|стороны|сторона|кто|лица|персоны|лицо|делегации|страны участницы|подписанты|действующие лица|' +
    'الأطراف|الطرف|المشاركون|المشارك|من شارك|الأشخاص|الشخص|الأسماء|الجهات|الجهة|الوفود|' +
    'acteurs|acteur|participants|qui|parties prenantes|personnes|personne|signataires|délégations|noms|intervenants|protagonistes|' +
    'akteure|akteur|beteiligte|teilnehmer|wer|parteien|personen|unterzeichner|namen|beteiligte staaten|' +
    'actores|actor|participantes|quién|quiénes|quien|quienes|partes|personas|firmantes|nombres|' +
    '参与者|参与方|人物|各方|当事方|谁|与会者|出席者|相关方|行为体|' +
    'atores|ator|quem|pessoas|signatários|intervenientes',
  mediator:
    'mediator|mediators|mediated by|facilitator|facilitators|good offices|посредник|посредники|الوسيط|الوسطاء|médiateur|médiateurs|vermittler|mediador|mediadores|调解人|调停方|斡旋方',
  initiator:
    'from|sender|author|initiator|imposed by|issued by|sent by|proposed by|source actor|by|who did it|perpetrator|agent|issuer|writer|caller|initiating country|acting state|requesting state|proposer|' +
    'от|от кого|отправитель|автор|инициатор|адресант|' +
    'المرسل|المرسِل|من|الكاتب|المبادر|الفاعل|' +
    'de|expéditeur|auteur|émetteur|initiateur|de qui|' +
    'absender|verfasser|autor|urheber|von|initiator|' +
    'remitente|de quién|autor|emisor|iniciador|' +
    '发件人|寄信人|发起方|发起人|作者|来自|施动者|' +
    'remetente|de quem|emissor',
  addressee:
    'to|recipient|receiver|addressee|imposed on|sent to|directed at|aimed at|target|target actor|to whom|against|victim|towards|addressed to|' +
    'кому|получатель|адресат|к|' +
    'المستلم|المرسل إليه|إلى|المتلقي|المستهدف|' +
    'à|destinataire|récepteur|à qui|cible|vers|' +
    'empfänger|an|adressat|ziel|' +
    'destinatario|a quién|receptor|para|objetivo|' +
    '收件人|收信人|接收方|对象|目标|受动者|致|' +
    'destinatário|para quem|alvo|a quem',
  country:
    'country|countries|nation|state|country code|countrycode|country name|iso|iso2|iso 2|iso3|iso code|cc|страна|страны|государство|государства|код страны|البلد|الدولة|البلدان|الدول|بلد|دولة|pays|état|etat|états|land|länder|staat|staaten|ländercode|país|pais|países|estado|国家|国别|国|国家和地区|estados',
  type: 'type|kind|category|event type|eventtype|class|classification|form|genre|tag|tags|sub event type|action type|тип|вид|категория|тип события|рубрика|النوع|نوع|الفئة|التصنيف|فئة|نوع الحدث|catégorie|categorie|genre|nature|type d événement|typ|art|kategorie|ereignistyp|rubrik|tipo|categoría|categoria|clase|tipo de evento|类型|类别|种类|分类|性质|事件类型',
  place:
    'place|location|where|luogo|città|city|venue|town|locality|site|region|geo|admin1|place name|destination|место|где|город|место проведения|местоположение|населённый пункт|регион|المكان|مكان|أين|المدينة|الموقع|مدينة|موقع|lieu|où|ville|endroit|localité|région|ort|wo|stadt|schauplatz|tagungsort|lugar|dónde|donde|ciudad|sede|ubicación|sitio|地点|地方|城市|地址|位置|哪里|会议地点|local|onde|cidade|localização',
  address:
    'url|link|source url|sourceurl|href|web|website|address|web address|source link|links|uri|permalink|article url|hyperlink|source|sources|article|webpage|ссылка|ссылки|адрес|источник|الرابط|رابط|المصدر|رابط المصدر|lien|liens|adresse|lien source|quelle|quellen|weblink|webseite|enlace|enlaces|vínculo|fuente|链接|网址|来源|出处|资料来源|ligação|fonte|fontes',
  sourceName:
    'source|sources|publisher|outlet|newspaper|media outlet|source name|reported by|agency|reference|references|citation|publication|news source|according to|legal basis|basis|document|evidence|источник|источники|издание|сми|агентство|основание|المصدر|المصادر|الصحيفة|الوكالة|المرجع|الناشر|journal|média|sources|référence|références|éditeur|quelle|quellen|medium|zeitung|beleg|fundstelle|nachweis|fuente|fuentes|medio|periódico|referencia|来源|出处|媒体|资料来源|报纸|消息来源|fonte|fontes|jornal|veículo|referência',
  sourceTitle: 'source title|article title|headline of source|document title|titre de la source|quellentitel',
  published:
    'published|publication date|published on|pubdate|date published|reported on|report date|дата публикации|опубликовано|تاريخ النشر|publié le|date de publication|veröffentlicht|veröffentlicht am|fecha de publicación|publicado|发布日期|出版日期|发表时间|data de publicação',
  quote:
    'quote|quotation|quotes|excerpt|verbatim|wording|citation text|цитата|выдержка|اقتباس|الاقتباس|citation|extrait|zitat|wortlaut|auszug|cita|extracto|引文|引述|原文|引用|citação|trecho',
  importance:
    'importance|weight|rank|priority|significance|relevance|важность|значимость|приоритет|الأهمية|أهمية|الأولوية|importance|priorité|poids|wichtigkeit|bedeutung|priorität|relevanz|gewicht|importancia|prioridad|relevancia|重要性|优先级|级别|权重|importância|prioridade',
  code: 'cameo|cameo code|event code|eventcode|cameocode',
  other:
    'accessed|retrieved|access date|date accessed|accessed on|retrieved on|date added|date modified|abgerufen|abgerufen am|image|picture|photo|thumbnail|media|media thumbnail|media credit|media caption|credit|background|latitude|longitude|lat|lon|lng|long|coordinates|x|y|born|birth|birthday|date of birth|yrborn|year of birth|gender|sex|age|fatalities|deaths|created|created at|updated|updated at|last updated|last modified|modified|entered|date entered|status|color|colour|icon|' +
    'изображение|фото|широта|долгота|пол|дата рождения|صورة|الصورة|خط العرض|خط الطول|تاريخ الميلاد|illustration|latitude|longitude|né|naissance|date de naissance|sexe|bild|foto|breite|länge|breitengrad|längengrad|geburtsdatum|geboren|geschlecht|imagen|foto|latitud|longitud|nacimiento|sexo|图片|纬度|经度|性别|出生日期|出生|imagem|nascimento|sexo',
} as const;
