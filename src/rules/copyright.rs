use std::sync::LazyLock;

use memchr::memmem::Finder;

use crate::page::{Page, Signs};
use crate::rule::{Claims, Rule, Strength, each, line, phrases};
use crate::rules::gate::Ends;
use crate::rules::glued_label::labels_start;

/// Longest line, in bytes, that is one notice.
const LONGEST: usize = 600;
/// Longest line, in bytes, that closes with the reservation.
const LONGEST_RESERVED: usize = 240;
/// Blocks at the end of a page in which a footer stands.
const NEAR_END: usize = 40;
/// Bytes before the sign, in a footer line that begins with links.
const BEFORE_SIGN: usize = 160;

#[rustfmt::skip]
pub(super) static RULE: Rule = Rule {
    id: "copyright",
    summary: "copyright notices and reprint terms",
    about: "Sites close a page with \"© 2017 Name. All rights reserved.\" and their terms of reuse; agencies close \
            a story so. Sentences about copyright law, and the clauses (c) of a list, stay.",
    topic: &["all rights reserved", "copyright notice", "copyright symbol"],
    find: &[
        phrases(RESERVED).likely().at_tail(),
        phrases(RESERVED).hint(),
        phrases(PROHIBITED),
        phrases(&["copyright", "copyright notice", "copyright policy", "copyright information", "©", "copyright/ip policy"])
            .hint(),
        line(r"[—–-]? ?(?:© ?)?copyright(?:ed)?(?: material)?:? ?(?:©|\(c\)|ⓒ|\u{FFFD}|&copy;)? ?,?(?:by )?(?:19|20)[0-9]{2}.*"),
        line(r"[—–-]? ?(?:content |site |text |images? )?(?:copyright|©) ?(?:©|\(c\)|ⓒ|\u{FFFD}|&copy;) ?(?-i:[^a-z ]).*"),
        line(r"(?:[—–-] ?)?(?:© ?)?copyright (?:by |of )?(?:the )?(?-i:[A-Z])[^ ]*(?: (?:(?-i:[A-Z0-9&])[^ ]*|and|of|the|by))*").likely().at_tail(),
        line(r"(?:©|ⓒ|&copy;) ?(?:copyright )?(?:19|20)[0-9]{2}.*"),
        line(r"(?:©|ⓒ) ?(?-i:[^a-z ]).*").likely().at_tail(),
        line(r"(?:©|ⓒ) ?(?-i:[A-Z])[^ ]*(?: (?:(?-i:[A-Z&])[^ ]*|and|of|the)){0,5}").likely(),
        line(r"\(c\) ?(?:copyright )?(?:19|20)[0-9]{2}(?: ?[-–] ?(?:[0-9]{2,4}|present))?,? (?:by )?(?-i:[A-Z])[^;]*").likely(),
        line(r"\(c\) copyright .*"),
        line(r"(?:tm|™) (?:and|&) (?:©|\(c\)) .*"),
        line(r"(?:this|the|all) (?:material|content|article|story|site|publication|website)[^.]* may not be (?:published,|reproduced,|reproduced or|copied,|copied or|republished,|republished or|reprinted,).*"),
        line(r"no part of this (?:publication|site|website|article|blog|document)[^.]* may be (?:reproduced|copied|used|republished).*").likely(),
        line(r"(?:any )?(?:unauthorized |unauthorised )?(?:reproduction|republication|redistribution|republishing|reprinting|copying|duplication)[^.]* (?:without|is) [^.]*(?:prohibited|forbidden).*").likely(),
        line(r"(?:please )?do not (?:reproduce|republish|copy) (?:without|this).*").likely().at_tail(),
        line(r"use of this (?:site|website|web site) (?:constitutes|signifies|indicates|means) .*"),
        line(r"(?:all )?(?:other )?(?:trademarks|trade marks|names|logos)[^.]* (?:are|is) (?:the |a )?(?:propert(?:y|ies)|registered trademarks?|trademarks?) of (?:their|its|the) .*"),
        line(r"(?:republished|reprinted|reposted|reproduced|posted|used)(?: here)? with (?:the )?(?:kind |written |express )?permission.*"),
        line(r"(?:this )?(?:work|article|post|content|text) (?:is|by [^.]* is) licensed under (?:a|the) creative commons.*"),
        line(r"permission is (?:hereby )?(?:given|granted) to (?:share|reproduce|copy|reprint|republish|repost) this.*").likely(),
        line(r"jakékoliv užití obsahu.*|publikování nebo (?:další )?šíření obsahu.*"),
        line(r"(?:prohibida|queda prohibida|se prohíbe|proibida|é proibida|vietata|è vietata) (?:su |la |a )?(?:reproducción|reprodução|riproduzione).*"),
        line(r"(?:toute )?(?:reproduction|utilisation)[^.]* (?:interdite|soumise à)[^.]*\.?").likely(),
        line(r"(?:при|любое) (?:использовани[ие]|цитировани[ие]|копировани[ие]|перепечатк[ае])[^.]* (?:ссылка|гиперссылка|разрешения|согласия|запрещено).*"),
        line(r"перепечатка[^.]* (?:запрещена|разрешена|только).*|передрук[^.]* (?:заборонено|дозволено|можливий).*"),
        line(r"(?:当サイト|本サイト|本紙|本誌|このサイト|本网站|本站|凡本网)[^。]*(?:無断|著作権|转载|轉載|版权|版權).*"),
        line(r"(?:未经|未經)[^。]*(?:不得|禁止|严禁|請勿)[^。]*(?:转载|轉載|使用|复制).*"),
        line(r"(?:저작권자|ⓒ|ⓒ |<저작권자).*(?:무단|금지).*"),
        line(DISCLAIMER_OF_VIEWS),
        line(DISCLAIMER_OF_FEEDS),
        phrases(READ_THERE).likely().at_tail(),
        line(r"[\[(<〈【]?.{0,90}무단 ?(?:전재|복제|배포|사용)[^.]{0,40}금지[\])>〉】.]{0,2}").words(&["무단"]),
        line(r"版[权權]所有[，,。、 ]{0,3}(?:未[经經][^。]{0,24})?(?:不得|禁止|严禁|嚴禁|请勿|請勿)[^。]{0,24}[转轉][载載][^。]{0,16}。?"),
        line(r"(?:the )?(?:[a-z]+ ){1,3}is not responsible for the content of external (?:internet )?(?:web ?)?sites\.?")
            .words(&["ontent of external"]),
        each(notices).signs(Signs::LATIN).ends(|| RESERVED.to_vec()).up_to(LONGEST),
        each(printed).words(&["に掲載"]).up_to(LONGEST),
    ],
};

/// Whose views a text holds.
const DISCLAIMER_OF_VIEWS: &str = concat!(
    r"[(\[]?(?:editor['’]?s? note|disclaimer|note)? ?[:：–—-]? ?(?:the |all |any )?(?:views?|opinions?|statements|thoughts|views and opinions|opinions and views|facts and opinions)(?: and opinions)?,? (?:expressed|stated|contained|presented|shared|appearing|given)?,? ?(?:(?:with)?in|by|on|here|above|herein)? ?(?:this|the|these|above|herein|here)? ?(?:[a-z-]+ ){0,3}?(?:are|is|belong(?: solely| strictly| entirely| only)? to|reflect|represent) (?:solely |strictly |entirely |only |purely )?(?:those of |that of |the )?(?:(?:the |its |their |an? )?(?:individual |guest |original |respective )?(?:author|authors|writer|writers|contributor|contributors|columnist|columnists|speaker|speakers|interviewee)(?:['’]s?)?(?: own| alone| personal)?|personal|author['’]s own|his own|her own|my own|our own)[^.]*\.?(?: (?:they|it|the|and|this)[^.]*(?:do(?:es)? not|not necessarily|nor)[^.]*\.?)?[)\]]?",
    r"|[(\[]?(?:disclaimer|note) ?[:：–—-] ?(?:the )?(?:views|opinions) [^.]*(?:do not|not necessarily)[^.]*\.?[)\]]?",
);

/// Where a text that nobody at the site has edited came from.
const DISCLAIMER_OF_FEEDS: &str = concat!(
    r"[(\[]?(?:disclaimer ?[:：–—-] ?)?(?:except for the headline,? )?(?:this|the above) (?:story|report|article|news|post|content|copy|item) (?:has|is|was)(?: been| not been)? (?:not )?(?:edited|published|auto-?generated|auto-?published|automatically generated|sourced|reproduced|taken|created)[^.]*(?:feed|agency|wire|syndicat|press release|third[- ]party|without (?:any )?(?:modifications?|editing|changes))[^.]*\.?(?: (?:only )?the headline[^.]*\.?)?[)\]]?",
    r"|[(\[]?only the headline (?:and (?:the )?(?:picture|image|photo)[a-z ]{0,30} )?(?:of this report )?(?:has|have|may have) been (?:changed|edited|reworked|modified)[^.]*\.?[)\]]?",
    r"|[(\[]?(?:this (?:article|story|post|report|piece|content) (?:is|was|has been) )?(?:re-?published|re-?printed|re-?posted|reproduced) (?:here )?(?:from|with (?:the )?(?:kind |written |express )?permission|under (?:a |the )?creative commons)[^.]*\.?(?: read the (?:original|full) (?:article|story)(?: here)?\.?)?[)\]]?",
);

/// Where the text stands that a licence lets others print: the second sentence of their notices.
#[rustfmt::skip]
const READ_THERE: &[&str] = &[
    "read the original article", "read the original article here", "read the original story", "read the original story here",
    "read the full article", "read the full article here", "read the full story", "read the full story here",
];

/// "All rights reserved" alone, by language.
#[rustfmt::skip]
pub(super) const RESERVED: &[&str] = &[
    "all rights reserved", "all right reserved", "some rights reserved", "copyright all rights reserved",
    "alle rechte vorbehalten", "tous droits réservés", "todos los derechos reservados", "derechos reservados",
    "reservados todos los derechos", "todos os direitos reservados", "tutti i diritti riservati",
    "tutti i diritti sono riservati", "alle rechten voorbehouden", "alla rättigheter förbehållna",
    "alle rettigheter reservert", "alle rettigheter forbeholdt", "alle rettigheder forbeholdes",
    "kaikki oikeudet pidätetään", "wszelkie prawa zastrzeżone", "wszystkie prawa zastrzeżone",
    "všechna práva vyhrazena", "všetky práva vyhradené", "все права защищены", "усі права захищені",
    "всі права захищені", "всички права запазени", "minden jog fenntartva", "toate drepturile rezervate",
    "tüm hakları saklıdır", "her hakkı saklıdır", "sva prava pridržana", "sva prava zadržana",
    "vse pravice pridržane", "tots els drets reservats", "visos teisės saugomos", "visas tiesības aizsargātas",
    "kõik õigused kaitstud", "με επιφύλαξη παντός δικαιώματος", "με την επιφύλαξη παντός δικαιώματος",
    "جميع الحقوق محفوظة", "كافة الحقوق محفوظة", "کلیه حقوق محفوظ است", "تمامی حقوق محفوظ است", "جملہ حقوق محفوظ ہیں",
    "כל הזכויות שמורות", "सर्वाधिकार सुरक्षित", "hak cipta dilindungi undang-undang",
    "semua hak dilindungi undang-undang", "mọi quyền được bảo lưu", "giữ toàn quyền", "สงวนลิขสิทธิ์", "版权所有",
    "版權所有", "保留所有权利", "著作權所有", "全著作権所有", "모든 권리 보유", "all rights reserved worldwide", "med ensamrätt", "med enerett",
];

/// Reprint terms that nobody writes alone but a site.
#[rustfmt::skip]
const PROHIBITED: &[&str] = &[
    "nachdruck verboten", "nachdruck nur mit genehmigung", "vervielfältigung nur mit genehmigung",
    "reproduction interdite", "toute reproduction interdite", "riproduzione riservata", "© riproduzione riservata",
    "reproducción prohibida", "prohibida su reproducción", "prohibida su reproducción total o parcial",
    "reprodução proibida", "eftertryck förbjuden", "無断転載禁止", "無断転載を禁じます", "無断転載を禁止します", "無断転載・複製を禁じます",
    "無断転載・複写を禁じます", "無断複製転載禁止", "禁無断転載", "禁転載", "無断での転載を禁じます", "転載禁止", "版权所有 未经许可 不得转载", "转载请注明出处", "轉載請註明出處",
    "未经授权不得转载", "未经许可不得转载", "严禁转载", "著作權所有 翻印必究", "版权所有 翻印必究", "무단전재 및 재배포 금지", "무단 전재 및 재배포 금지", "무단전재-재배포 금지",
    "무단전재·재배포 금지", "перепечатка запрещена", "reproduction prohibited", "reproduction is prohibited",
    "your california privacy rights", "your ad choices", "do not reproduce without permission",
    "reproduction without explicit permission is prohibited", "copyright & usage", "copying prohibited",
];

static SIGN: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("©"));
static RESERVED_END: LazyLock<Ends<4>> = LazyLock::new(|| Ends::new(RESERVED.iter().copied()));

/// Claims a footer line in which links come before the sign, and one that closes with the reservation.
fn notices(page: &Page<'_>, index: usize, claims: &mut Claims) {
    let shown = page.shown(index);
    let near_end = index + NEAR_END >= page.blocks().len();
    let notice = || signed_year(shown) || ends_reserved(shown);
    if near_end && shown.len() <= LONGEST && notice() && labels_start(shown).is_none() {
        claims.block_as(page, index, Strength::Likely);
    }
}

/// Claims the terms of Japanese papers.
fn printed(page: &Page<'_>, index: usize, claims: &mut Claims) {
    let shown = page.shown(index);
    let terms = ["無断", "著作権", "商標"]
        .iter()
        .any(|word| shown.contains(word));
    if shown.len() <= LONGEST && terms && shown.contains("に掲載") {
        claims.block_as(page, index, Strength::Likely);
    }
}

/// A sign with a year behind it, after nothing but a row of links.
fn signed_year(shown: &str) -> bool {
    SIGN.find(shown.as_bytes()).is_some_and(|at| {
        let after = shown[at + '©'.len_utf8()..]
            .trim_start_matches("Copyright")
            .trim_start();
        let before = &shown[..at];
        let year = (after.len() >= 4 && (after.starts_with("19") || after.starts_with("20")))
            || (after.len() <= 90 && before.trim_end().ends_with(|c: char| c.is_ascii_digit()));
        year && before.len() <= BEFORE_SIGN
            && !before.contains(", ")
            && !before.trim_end().ends_with(',')
    })
}

/// The last words reserve the rights, in a line that names a year or an owner and little else.
fn ends_reserved(shown: &str) -> bool {
    let bare = shown.trim_end_matches(['.', ' ', '®', '|']);
    if shown.len() > LONGEST_RESERVED || !RESERVED_END.may_end(bare) {
        return false;
    }
    let lower = shown.to_lowercase();
    let bare = lower.trim_end_matches(['.', ' ', '®', '|']);
    RESERVED.iter().any(|words| bare.ends_with(words))
        && (lower.contains("copyright")
            || shown.contains('©')
            || lower.contains("(c)")
            || shown.len() <= 90)
}
