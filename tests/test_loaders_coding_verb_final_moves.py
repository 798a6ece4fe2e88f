"""One move, one sentence: constructions of the verb-final languages, by language."""

# ruff: noqa: E501 (a row of the table is a line)
from __future__ import annotations

import datetime as dt

import pytest

from loaders.coding.verb_final.moves import find_moves

THURSDAY = dt.date(2025, 6, 5)
ROWS = """
kk | UZB visit KAZ | Ақордада Мемлекет басшысы Өзбекстан Премьер-министрі Абдулла Ариповты қабылдады.
kk | KAZ negotiate RUS | Қазақстан-Ресей үкіметаралық комиссиясының отырысы Астанада өтті.
kk | KAZ aid KGZ | Қазақстан Қырғызстанға 2 миллион доллар көлемінде қайтарымсыз көмек көрсетті.
kk | KAZ criticise UKR | Сыртқы істер министрлігі Украина елшісі Петр Врублевскийді шақырып, оның сөзіне байланысты наразылық білдірді.
kk | KAZ sign CHN | Қазақстан мен Қытай Көлік саласындағы ынтымақтастық туралы үкіметаралық келісім жасасты.
kk | KAZ ease CHN | Қазақстан мен Қытай арасындағы визасыз режим 10 қарашада күшіне енді.
kk | KAZ join BRICS | Қазақстан 2025 жылғы 1 қаңтардан бастап БРИКС-ке серіктес мемлекет ретінде қосылды.
kk | KAZ call TUR | Мемлекет басшысы Түркия Президенті Режеп Тайип Ердоғанмен телефон арқылы сөйлесті.
kk | KAZ support TUR | Қасым-Жомарт Тоқаев Түркия Президенті Режеп Тайип Ердоғанды Республика күнімен құттықтады.
kk | KAZ propose CHN | Тоқаев Қытай Төрағасы Си Цзиньпинді Астанаға мемлекеттік сапармен келуге шақырды.
kk | KAZ extradite RUS | Қазақстан Ресейге іздеудегі азаматты экстрадициялады.
kk | EU sanction KGZ | Еуропалық одақ Қырғызстанның екі банкіне қарсы санкция енгізді.
kk | KAZ exercise UZB | Қазақстан мен Өзбекстан әскерилері Ташкент облысында бірлескен жаттығу бастады.
kk | KAZ peacekeep UN | Қазақстандық бітімгерлер БҰҰ-ның Голан жотасындағы миссиясына аттанды.
kk | USA ease KAZ | АҚШ Конгресі Қазақстанға қатысты Джексон-Вэник түзетуін алып тастады.
ky | KGZ meet CHN | Садыр Жапаров Кытайдын Мамлекеттик кеңешинин премьери Ли Цян менен жолукту.
ky | CHN visit KGZ | Кытайдын тышкы иштер министри Ван И Бишкекке расмий иш сапары менен келди.
ky | KGZ sign UZB | Кыргызстан менен Өзбекстан чек ара тууралуу келишимге кол койду.
ky | KGZ aid TUR | Кыргызстан Түркияга жер титирөөдөн жабыркагандар үчүн куткаруучуларды жана чатырларды жөнөттү.
ky | KGZ criticise UZB | Тышкы иштер министрлиги Өзбекстандын элчисин чакырып, окуя боюнча нааразычылык нотасын тапшырды.
ky | KGZ ratify CHN | Жогорку Кеңеш Кытай менен түзүлгөн стратегиялык өнөктөштүк келишимин ратификациялады.
ky | RUS aid KGZ | Россия Кыргызстанга 10 миллион доллар грант берди.
ky | KGZ ease TJK | Кыргызстан менен Тажикстан чек арадагы өткөрүү жайларын ачты.
ky | KGZ support KAZ | Садыр Жапаров Касым-Жомарт Токаевди туулган күнү менен куттуктады.
ky | TJK clash KGZ | Тажикстандын чек арачылары Кыргызстандын айылдарын аткылады.
ky | RUS coerce KGZ | Москвада 30 кыргызстандык кармалып, өлкөдөн чыгарылды.
uz | UZB meet TUR | Shavkat Mirziyoyev Turkiya Prezidenti Rajab Toyyib Erdogʻan bilan uchrashuv oʻtkazdi.
uz | CHN visit UZB | Xitoy tashqi ishlar vaziri Van I Toshkentga rasmiy tashrif bilan keldi.
uz | UZB call RUS | Shavkat Mirziyoyev va Vladimir Putin telefon orqali muloqot qildi.
uz | UZB sign SAU | Oʻzbekiston va Saudiya Arabistoni 3 milliard dollarlik kelishuvlarni imzoladi.
uz | UZB aid AFG | Oʻzbekiston tomonidan Afgʻonistonga 200 tonna insonparvarlik yordami yuborildi.
uz | UZB join OTS | Oʻzbekiston Turkiy davlatlar tashkilotiga aʼzo boʻldi.
uz | UZB ease CHN | Oʻzbekiston va Xitoy oʻrtasida vizasiz rejim joriy etildi.
uz | UZB support PSE | Oʻzbekiston BMTda Falastin boʻyicha rezolyutsiyani yoqlab ovoz berdi.
uz | UZB criticise RUS | Tashqi ishlar vazirligi Rossiya elchisini chaqirib, norozilik notasini topshirdi.
uz | USA trade UZB | AQSh Oʻzbekistonga 100 million dollar sarmoya kiritdi.
uz | UZB recognise FIN | Oʻzbekiston Xelsinkida elchixona ochdi.
uz | RUS coerce UZB | Rossiyada 50 nafar oʻzbekistonlik ushlandi va deportatsiya qilindi.
uz | UZB meet AFG | Президент Шавкат Мирзиёев Афғонистон делегацияси билан учрашди.
uz | GBR visit UZB | Буюк Британия ташқи ишлар вазири Дэвид Кэмерон Тошкентга келди.
uz | UZB announce EU | Shavkat Mirziyoyev 24-iyun kuni Bryusselga boradi, u yerda Yevropa Ittifoqi rahbarlari bilan uchrashadi.
tg | TJK meet UZB | Эмомалӣ Раҳмон бо Президенти Ҷумҳурии Ӯзбекистон Шавкат Мирзиёев вохӯрӣ анҷом дод.
tg | CHN aid TJK | Ҷумҳурии Халқии Чин ба Тоҷикистон 100 ҳазор доллар кумаки башардӯстона расонд.
tg | TJK sign CHN | Миёни Тоҷикистон ва Чин ёддошти тафоҳум ба имзо расид.
tg | TJK visit RUS | Пешвои миллат Эмомалӣ Раҳмон бо сафари корӣ ба шаҳри Маскав ташриф овард.
tg | AFG visit TJK | Ҳайати Толибон ба Душанбе омад.
tg | TJK support CHN | Сарвари давлат Раиси Ҷумҳурии Халқии Чин Си Ҷинпинро ба муносибати зодрӯз табрик гуфт.
tg | TJK ease UZB | Тоҷикистон ва Ӯзбекистон гузаргоҳи сарҳадии «Варзоб»-ро боз кунонданд ва марзро кушоданд.
tg | KGZ clash TJK | Нерӯҳои Қирғизистон ба деҳаҳои Тоҷикистон ҳамла карданд.
tg | TJK criticise RUS | Вазорати корҳои хориҷии Тоҷикистон ба Русия нотаи эътироз ирсол кард.
tg | TJK announce KAZ | Эмомалӣ Раҳмон 20 июн ба Остона сафар мекунад.
tg | IRN propose TJK | Президенти Эрон ҳамтои тоҷикашро ба Теҳрон даъват кард.
tg | RUS coerce TJK | Дар Маскав сад нафар муҳоҷири тоҷик боздошт шуданд.
tk | TKM sign UZB | Türkmenistan bilen Özbegistan serhet boýunça ylalaşyga gol çekdi.
tk | TKM aid AFG | Türkmenistan Owganystana ynsanperwerlik kömegini ugratdy.
tk | RUS visit TKM | Russiýa Federasiýasynyň daşary işler ministri Sergeý Lawrow iş sapary bilen Aşgabada geldi.
tk | TKM call IRN | Gurbanguly Berdimuhamedow Eýranyň Prezidenti Masud Pezeşkian bilen telefon arkaly söhbetdeşlik geçirdi.
tk | TKM join OTS | Türkmenistan Türki Döwletleriň Guramasyna synçy boldy.
tk | TKM support UN | Türkmenistan BMG-niň Kararnamasyny goldady.
tk | TKM negotiate UZB | Türkmen-özbek hökümetara komissiýasynyň nobatdaky mejlisi Daşkentde geçirildi.
kk | KAZ criticise RUS | Қазақстан Сыртқы істер министрлігі Ресей елшісін шақыртып, нота тапсырды.
kk | KAZ withdraw RUS | Қазақстан Мәскеудегі елшісін кері шақырды.
tg | TJK mobilise AFG | Душанбе нерӯҳои худро дар марз бо Афғонистон зиёд кард.
kk | KAZ withdraw AFG | Астана Кабулдегі елшісін шақыртып алды.
tg | ADB trade TJK | Бонки осиёии рушд ба Тоҷикистон барои сохтмони роҳ қарз дод.
tg | CHN trade TJK | Чин ба Тоҷикистон барои сохтмони роҳ қарз дод.
kk | KAZ announce CHN | Қазақстан Қытайға жыл сайын 1 миллион тонна бидай жіберуге уәде берді.
kk | KAZ meet SCO | Қасым-Жомарт Тоқаев Тяньцзинде өткен ШЫҰ саммитіне қатысты.
kk | RUS trade KAZ | Ресей Қазақстанға газ жеткізуді бастады.
kk | KAZ criticise AFG | Қазақстан Кабулдегі шабуылды айыптады.
kk | KAZ reject RUS | Қазақстан Мәскеудің талабын орындаудан бас тартты.
kk | KAZ sign FRA | Тоқаевтың Парижге сапары барысында Қазақстан мен Франция сирек металдар жөніндегі декларацияға қол қойды.
kk | KAZ recognise TGO | Қазақстан мен Того дипломатиялық қатынас орнатты.
kk | KAZ announce ARM | Қазақстан Ереванмен тікелей рейс ашуға келісті.
kk | KAZ meet C5 | Тоқаев Ташкентте өткен Орталық Азия мемлекеттері басшыларының консультативтік кездесуіне қатысты.
kk | KAZ mobilise AFG | Қазақстан Ауғанстанмен шекараға қосымша әскер жіберді.
kk | KAZ demand RUS | Астана Мәскеуден ресми түсініктеме талап етті.
kk | UN support KAZ | БҰҰ Бас хатшысы Антониу Гутерриш Қазақстанның бітімгершілік бастамаларын қолдады.
kk | USA threaten KAZ | АҚШ Қазақстанға жаңа санкция салатынын айтып қорқытты.
kk | KAZ protest CHN | Алматыда белсенділер Қытай консулдығының алдында пикет өткізді.
ky | KGZ meet SCO | Садыр Жапаров Тяньцзиндеги ШКУ саммитине катышты.
ky | KGZ demand KAZ | Бишкек Астанадан жүк ташуучу унааларды тоскоолдуксуз өткөрүүнү талап кылды.
ky | RUS sanction KGZ | Россия Кыргызстандан сүт азыктарын ташып кирүүгө тыюу салды.
ky | KGZ join EAEU | Кыргызстан 2015-жылы Евразия экономикалык биримдигине кошулган.
ky | KGZ withdraw USA | Кыргызстан АКШ менен кызматташуу келишимин денонсациялады.
ky | KGZ exercise TUR | Кыргызстан Түркиядан «Байрактар» учкучсуз учактарын сатып алды.
ky | KGZ support AFG | Кыргызстан Ооганстандын жаңы өкмөтүн колдоорун билдирди.
ky | KGZ reject UKR | Кыргызстан Киевдин сунушун четке какты.
ky | JPN aid KGZ | Япония Кыргызстандагы мектептерге 5 миллион доллар грант бөлдү.
ky | KGZ meet QAT | Президент Садыр Жапаров Катар эмири Тамим бин Хамад Аль Тани менен сүйлөшүү жүргүздү.
ky | KGZ extradite UZB | Кыргызстан Өзбекстанга кылмышка шектүүнү өткөрүп берди.
uz | UZB demand AFG | Toshkent Kobuldan suv olish hajmi haqida maʼlumot berishni talab qildi.
uz | UZB sanction RUS | Oʻzbekiston Rossiyadan qoramol goʻshti importini taqiqladi.
uz | UZB meet OTS | Shavkat Mirziyoyev Gabalada Turkiy davlatlar tashkiloti sammitida ishtirok etdi.
uz | UZB extradite RUS | Oʻzbekiston qidiruvdagi fuqaroni Rossiyaga ekstraditsiya qildi.
uz | KAZ trade UZB | Qozogʻiston Oʻzbekistonga gaz yetkazib berishni boshladi.
uz | UZB support TJK | Oʻzbekiston Tojikistonning muzliklar boʻyicha tashabbusini qoʻllab-quvvatladi.
uz | UZB reject AFG | Oʻzbekiston Afgʻonistonning talabini rad etdi.
uz | UZB ratify ITA | Oliy Majlis Senati Italiya bilan migratsiya sohasidagi bitimni maʼqulladi.
uz | UZB meet KOR | Mudofaa vaziri Janubiy Koreya elchisi bilan uchrashdi.
uz | UZB mobilise AFG | Ўзбекистон Афғонистон билан чегарада қўшинларини шай ҳолатга келтирди.
tg | TJK join SCO | Тоҷикистон соли 2001 ба Созмони ҳамкории Шанхай пайваст.
tg | TJK meet UN | Эмомалӣ Раҳмон дар Ню-Йорк бо Дабири кулли Созмони Милали Муттаҳид Антониу Гутерриш мулоқот кард.
tg | CHN trade TJK | Чин ба Тоҷикистон 200 миллион доллар қарзи имтиёзнок дод.
tg | TJK exercise CHN | Дар ВМКБ машқҳои муштараки зиддитеррористии Тоҷикистон ва Чин баргузор шуданд.
tg | TJK ratify CHN | Маҷлиси миллӣ созишномаи Тоҷикистон ва Чинро тасдиқ кард.
tg | RUS announce TJK | Русия ваъда дод, ки ба Тоҷикистон панҷ мактаб месозад.
tg | TJK recognise AZE | Тоҷикистон дар Боку сафорати худро кушод.
tg | TJK reject AFG | Душанбе талаби Толибонро рад кард.
tg | TJK demand AFG | Тоҷикистон аз Толибон узрхоҳӣ талаб кард.
tg | TJK extradite RUS | Тоҷикистон ба Русия ду гумонбарро супорид.
tg | UN support TJK | СММ ташаббуси Тоҷикистонро дар бораи ҳифзи пиряхҳо дастгирӣ кард.
tg | TJK sanction RUS | Тоҷикистон воридоти гӯшт аз Русияро манъ кард.
tg | TJK mobilise AFG | Тоҷикистон дар марз бо Афғонистон нерӯҳои иловагӣ ҷойгир кард.
tk | TKM announce AZE | Türkmenistan Azerbaýjana gaz ibermek barada ylalaşdy.
tk | TKM recognise BRA | Türkmenistan Braziliýada ilçihana açdy.
tk | TKM ease AFG | Türkmenistan Owganystan bilen serhet geçelgesini açdy.
tk | KAZ visit TKM | Gazagystanyň Premýer-ministri Oljas Bektenow Aşgabada iş sapary bilen geldi.
tk | TKM trade CHN | Türkmenistan Hytaýa tebigy gaz iberdi.
"""
NOTHING = """
kk | Қазақстан Украинаға көмек жіберуі мүмкін.
kk | Токиода өткен Азия чемпионатында қазақстандық боксшы Өзбекстан спортшысымен кездесті.
kk | Алматыда Қытайдан келген кәсіпкерлер дәмхана ашты.
kk | Өзбекстаннан Қазақстанға көкөніс импорты үш есе өсті.
kk | Сарапшы Ресей Қазақстанға қысым жасайды деген пікірге қосылмады.
ky | Кыргызстандын ыктымалдуу мүчөлүгү Россияга пайдалуу болот.
ky | Кытайлык ишкерлер Нарында айыл чарба жарманкесине катышты.
ky | Кыргыз чыгармачылык тобу Түркиядагы конкурста жеңип чыкты.
uz | Xitoylik tadbirkorlar Samarqandda restoran ochdi.
uz | Oʻzbekiston Qozogʻistonga 20 ming tonna uzum eksport qildi, bu oʻtgan yilga nisbatan 12 foiz koʻp.
uz | Ekspert fikricha, Rossiya Oʻzbekistonga bosim oʻtkazishga harakat qiladi.
tg | Содироти ангур ба Русия 20 дарсад афзуд.
tg | Коршинос гуфт, ки Чин шояд дар Тоҷикистон пойгоҳ созад.
tg | Тоҷикистон бо Афғонистон 1300 километр сарҳади муштарак дорад.
tk | Türkmenistanda Hytaýyň çaý önümleriniň söwdasy ösdi.
kk | Тоқаев Қазақстанның экономикалық саясатын түсіндіріп, әкімдерге тапсырма берді.
kk | Қытай мен Ресей арасындағы келіссөздер ұзаққа созылды.
kk | Қазақстан мен Қытай – сенімді көршілер.
kk | Германия мен Франция компаниялары Астанадағы форумда өнімдерін таныстырды.
ky | Кыргызстан Кытай менен 1000 чакырым чек арага ээ.
ky | Россияда эмгектенген мигранттар Кыргызстанга 2 миллиард доллар которду.
ky | Казакстандын соодагерлери Бишкектеги базарга келди.
uz | Oʻzbekiston va Xitoy oʻrtasidagi doʻstlik asrlarga borib taqaladi.
uz | Rossiyada ishlayotgan oʻzbek muhojirlari soni kamaydi.
uz | Toshkentda Germaniya madaniyati kunlari boʻlib oʻtdi.
tg | Дар Тоҷикистон ҷашни Наврӯз бо иштироки меҳмонон аз Эрон баргузор шуд.
tg | Чин яке аз шарикони асосии тиҷоратии Тоҷикистон аст.
tk | Türkmenistanyň Prezidenti täze mekdebiň açylyş dabarasyna gatnaşdy.
"""


def table(text: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]


@pytest.mark.parametrize(("lang", "row", "text"), table(ROWS))
def test_a_sentence_gives_its_move_and_no_other(lang: str, row: str, text: str) -> None:
    moves = find_moves(text, lang, THURSDAY)
    assert [f"{m.actor} {m.action} {m.counterpart}" for m in moves] == [row]


@pytest.mark.parametrize(("lang", "text"), table(NOTHING))
def test_trade_sport_opinion_and_neighbourhood_are_no_moves(lang: str, text: str) -> None:
    assert find_moves(text, lang, THURSDAY) == []
