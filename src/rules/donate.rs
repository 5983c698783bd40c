//! Appeals for gifts to the site.

use crate::rule::{Rule, line, phrases};

#[rustfmt::skip] // Many phrases to a row, by language.
pub(super) static RULE: Rule = Rule {
    id: "donate",
    summary: "appeals for donations to the site",
    about: "Sites that live on gifts close or interrupt a text with an appeal in their own name: donate, support \
            us, become a patron. A story about a donation and a charity's own text stay.",
    topic: &["donations", "fundraiser", "donors"],
    find: &[
        line(
            r"\(?to donate to [^ ]+(?: [^ .]+){0,3},? (?:please )?click here\)?[.!]*|\(?(?:please )?(?:click here|go here) to (?:donate|make a (?:[a-z-]+ )?(?:donation|contribution|gift)|support (?:us|this site|our work|our journalism|independent [a-z]+))[^.?!]*\)?[.!]*",
        ),
        line(
            r"(?:please |help )*(?:support|fund) (?:our|this|independent|quality|public|local|free|non-?profit) (?:[^ .?!]+ ){0,3}(?:journalism|reporting|work|site|website|blog|media|news|mission|cause|station)(?: (?:by|with|today|now|and|for as little as)[^?]*)?[.!]*",
        )
        .likely(),
        line(
            r"(?:please )?(?:consider |help us by )?(?:donate|donating|make a (?:[a-z-]+ )?(?:donation|contribution)|making a (?:[a-z-]+ )?(?:donation|contribution)|become an? (?:member|supporter|sustainer|sustaining member|patron|monthly donor)|becoming an? (?:member|supporter|patron))(?: (?:today|now|here|online))*(?: (?:to|and|and help) (?:support|help|keep|fund) (?:us|our|this|the site|independent|quality|public)[^?]*| (?:today|now|here|on patreon|via paypal)| (?:for|from|starting at) (?:as little as )?[$£€][0-9][^?]*)[.!]*",
        )
        .likely(),
        line(
            r"(?:join|donate|give|chip in|support us) (?:for|from) (?:as little as )?[$£€][0-9][^?]*|(?:we|this site|this website|this blog|our (?:site|work|journalism)) (?:is|are) (?:entirely |100% |fully |completely )?(?:reader|listener|viewer|donor|community)[- ](?:supported|funded)[^?]*|your (?:[a-z-]+ )?(?:donation|contribution|gift|support) (?:helps|keeps|makes|enables|allows|goes|will help)[^?]*",
        )
        .likely(),
        line(
            r"(?:buy (?:me|us) a (?:coffee|beer)|support (?:me|us) on (?:patreon|ko-fi|liberapay)|(?:donate|support us|tip jar) ?[:–-] ?(?:https?://|www\.|paypal|bitcoin|btc)[^ ]*.*|(?:paypal|patreon|bitcoin|btc|ethereum|eth)(?: (?:donations?|address))?: ?(?:https?://|www\.|0x|1|3|bc1|[a-z]+\.(?:me|com)/)[^ ]+)",
        ),
        line(
            r"(?:unterstützen sie|unterstütze|unterstützt) (?:uns|unsere arbeit|unseren journalismus|diese seite|diesen blog)[^?]*|(?:jetzt|hier) spenden[.!]*|(?:soutenez|faites un don)(?:[- ]nous| notre (?:site|journal|travail|média|rédaction)| à notre)[^?]*|(?:apoya|apoie|ajude|ayuda|sostieni|doe para)(?: a)? (?:nuestr[oa]|noss[oa]|nostr[oa]|este|esta|questo|o|el|il|a|la) (?:periodismo|jornalismo|giornalismo|trabajo|trabalho|lavoro|sitio|site|sito|blog|medio|proyecto|projeto|progetto)[^?]*|(?:steun ons|doneer aan ons)[^?]*|(?:wesprzyj|wspieraj) (?:nas|naszą|nasz|redakcję|portal)[^?]*|(?:поддержите|поддержать) (?:нас|проект|сайт|редакцию|издание)[^?]*|(?:підтримайте|підтримати) (?:нас|проєкт|проект|сайт|редакцію)[^?]*",
        )
        .likely()
        .at_tail(),
        phrases(&[
            "donate now", "donate today", "donate here", "make a donation", "make a gift", "support us", "support our work", "support our journalism", "support this site", "support this blog", "become a patron",
            "become a member", "become a supporter", "support us on patreon", "support independent journalism", "please donate", "please consider donating", "ways to give", "give now", "donate via paypal",
            "jetzt spenden", "spenden sie jetzt", "unterstützen sie uns", "unterstütze uns", "faire un don", "je fais un don", "soutenez-nous", "haz una donación", "haz un donativo", "apóyanos", "faça uma doação", "apoie-nos", "sostienici", "fai una donazione", "dona ora", "steun ons", "doneer nu",
            "wesprzyj nas", "wpłać", "podpořte nás", "přispějte", "поддержать проект", "поддержите нас", "сделать пожертвование", "підтримати", "підтримайте нас", "bağış yap", "stöd oss", "støtt oss", "støt os", "tue meitä", "támogass minket", "támogatás", "susține-ne", "donează", "寄付する", "ご寄付", "捐款", "支持我们", "후원하기", "ủng hộ", "donasi", "تبرع", "تبرع الآن", "תרומה",
        ])
        .hint(),
        phrases(&["donate", "donation", "donations", "give", "contribute", "spenden", "spende", "donar", "doar", "dona", "doneren", "patreon", "paypal", "tip jar"]).hint(),
    ],
};
