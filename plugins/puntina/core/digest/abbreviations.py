"""Abbreviations that a full stop follows without ending a sentence, for each language; words of which a letter is small
may also be capital.

Only those are listed that the rules of `sentence` do not know by themselves: those know single letters, letters with
stops between them, words without a vowel, and up to four letters before a number.
"""

from functools import cache

_COMMON = "Inc Ltd Corp Co Bros Jr Mr Mrs Ms Dr Prof St al vs etc"  # in names and quotations, in every language
_TABLES = {
    "it": """
        art artt att avv ca cap capp cav cfr cit col com comm cons corr dep dir dott ecc ed es etc fam fig gen
        geom giur ing inv isp jr lett lic lit loc mag magg mar mass min mod mons nom obs on op par pag par
        pres prof prov rag rev reg sac sec seg sen sez sig sigg sost ss st suppl tav tel ten tit tot trad trib
        ult uff univ vol voll ven genn febb apr magg giu lug ag agg sett ott nov dic lun mart merc giov ven
        sab dom Soc Coop ass assess brig cass civ comp coord deleg ist naz ord pen proc rep segr serg sent
        sottosegr sup tecn vesc vicedir vicepres Del App
    """,
    "en": """
        approx appt apt assn assoc asst ave blvd bldg bros cf corp dept dist div ed eds elec est etc ext figs
        govt hwy inc incl intl kgs llc lbs ltd min misc natl nos pct plc pos prelim prev prob sgt univ viz
        vols yrs Adj Adm Amb Assoc Atty Brig Capt Cdr Chm Cllr Cmdr Col Comdr Cpl Dep Det Dir Dr Drs Esq Ens
        Fr Ft Gen Gov Hon Insp Jr Lieut Lt Maj Messrs Mlle Mme Mr Mrs Ms Msgr Mt Mts Ord Pres Prof Profs Pvt
        Rep Reps Rev Sec Sen Sens Sgt Sir Sr Supt Treas Co Corp Inc Ltd Bros Mfg Cos Ariz Calif Colo Conn Del
        Fla Mass Mich Minn Miss Okla Ore Penn Tenn Tex Wash Wis Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov
        Dec Mon Tue Tues Wed Thu Thur Thurs Fri al Ala Ark Cal Ga Ill Ind Kan Mont Neb Nev Pa Va Wyo Ste Sr
        Admin App Bankr Cir Civ Comm Crim Ct Evid Proc Supp Terr Cmte Rte
    """,
    "vi": """
        ths tskh pgs gs ts bs bsck ks kts ls cn nsnd nsưt ngnd ngưt nnưt nnnd ttưt ttnd gv hs sv đd cv ctcp
        tnhh tmcp mtv dntn ctck nxb tp tx tt ttr tr ql qđ nđ nq ct vd vv st sn đc đt sđt km Cty Ô Tr Đ Q P H X Ng
    """,
    "de": """
        abb abs abt akad allg anm apr aufl aug ausg az bearb begr bes betr bez bsp bspw bzgl bzw ca chr co dez
        dgl dipl dir doz ehem eigtl einschl entspr erl etc ev evtl exkl expl feb febr ff fig fr frl gebr geb
        gef gegr geh gem gen ges gest ggf hg hl hrsg inc inf ing inkl insb insg jan jh jhd jhdt jr jul jun kap
        kath kfm kgl korr lfd lt ltd mar max med mil min mind mio mod mrd nachf nov nr nördl offiz okt op
        öffentl österr östl phil phys pol pos präs priv prof rd ref reg rel rep resp röm sek sen sept sog spez
        st std stellv str stv südl tab teilw tel trad tsd übers ugs univ unt urspr usf usw verf vers vertr vgl
        vol vors westl wg wiss zit zt zzgl Art Mag Mo Di Mi Do Fr Sa agr amerik bayer brit europ franz griech
        bürgerm hbf hon ital iur mult nat niederl oec poln rer russ schwed schweiz span techn theol tschech türk ung
    """,
    "ar": """
        إلخ الخ هـ ص ج د أ م ق ت ط ع س ه ش ب آنسة
    """,
}  # fmt: skip

# Symbols have no full stop of their own: after a number one ends the sentence.
UNITS = frozenset(
    """
    m km cm mm kg g mg t l ml h s w kw mw gw kwh mwh gwh twh hz mhz ghz kb mb gb tb mph ha ppm db
    """.split()  # noqa: SIM905 - a list of words is easier to read and to extend as one
)
# Italian words of up to four letters that end in a consonant; any other such word is an abbreviation.
ITALIAN_WORDS = frozenset(
    """
    al app bar bel bis bit blog bon bond boom boss bot box bus byte cast cd cent chat chip clan clic clip
    club col con crac ct dal ddl deal del dj dl don dvd ed est ex fan feed film flop gag gang gap gas gel
    gip gol golf gran gup hit hop host hub il in jazz jeep jet kit lag link loft look mail mix mood nel news
    non nord ok par pc per pick pil pin pm pool pop port post pub punk qual quiz rank rap reel ring rock rom
    san scan set sex shop show sin skin slip smog sms snob soft spam spin spot star step stop sud sul surf
    tal tank team test tir top tour tram trap tv un van vax vip web won yen zip zoom
    """.split()  # noqa: SIM905 - likewise
)


# Words that begin a sentence and follow no initial, ordinal or cut-off word within one; Italian articles that names
# have too ("G. La Malfa") are none.
_STARTS = {
    "it": """
        Il I Gli Un Una Ma Se Non Per Con Nel Nella Nei Dopo Ora Poi Anche Secondo Tra Fra Così Questo Questa Lui
        Lei Ieri Oggi Domani Intanto Invece Mentre Quando Ha Hanno Era È Sono
    """,
    "en": """
        The He She It They We But And His Her Their Its This That These Those There In On At After Before When While
        If As For Now Then Yet So However Meanwhile No Not
    """,
    "vi": """
        Theo Sau Trong Tại Ngày Đây Các Những Một Khi Nếu Tuy Nhưng Hiện Trước Ngoài Còn Với Do Đó Vì Họ Ông Bà
    """,
    "de": """
        Der Die Das Den Dem Ein Eine Einen Er Sie Es Wir Ich Danach Dann Dort Doch Aber Und In Im Am An Auf Bei
        Mit Vor Für Wenn Als Während Dies Diese Dieser Dieses Nun Jetzt Seit Laut Zuvor Heute Nur So Damit
    """,
    "ar": "وقال وأضاف وأكد وأوضح وأشار وذكر وكان وكانت كما لكن ثم وقد وفي ومن",
}
# What a letter belongs to that is no initial: "Serie A", "vitamin C".
LETTERED = frozenset(
    """
    serie classe vitamina epatite gruppo girone piano categoria fascia lotto influenza tipo vitamin hepatitis group
    grade class series plan type exhibit gruppe klasse liga typ kategorie nhóm loại bảng hạng gan khối فيتامين المجموعة
    """.split()  # noqa: SIM905 - likewise
)


@cache
def starts(lang: str) -> frozenset[str]:
    """The words that begin a sentence of the language; none where it has no list of its own."""
    return frozenset(_STARTS.get(lang.partition("-")[0].lower(), "").split())


@cache
def abbreviations(lang: str) -> frozenset[str]:
    """The abbreviations of the language, those of all languages where it has none of its own."""
    own = _TABLES.get(lang.partition("-")[0].lower())
    return frozenset(f"{_COMMON} {own or ' '.join(_TABLES.values())}".split())
