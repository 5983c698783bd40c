//! The passes of the normalizer: a table each.

use undross::edit::apply;
use undross::normalize::{PASSES, Pass};

mod hard_wraps;
mod line_ends;
mod promises;

fn pass(id: &str) -> &'static Pass {
    PASSES.iter().find(|pass| pass.id == id).unwrap()
}

fn rewrite(id: &str, text: &str) -> String {
    apply(text, &(pass(id).run)(text))
}

fn whole(text: &str) -> String {
    let on = PASSES.iter().filter(|pass| pass.default);
    on.fold(text.to_owned(), |text, pass| {
        apply(&text, &(pass.run)(&text))
    })
}

#[track_caller]
fn check(id: &str, cases: &[(&str, &str)]) {
    for (was, now) in cases {
        assert_eq!(rewrite(id, was), *now, "{id}: {was:?}");
    }
}

#[track_caller]
fn keeps(id: &str, texts: &[&str]) {
    for text in texts {
        assert_eq!((pass(id).run)(text), [], "{id}: {text:?}");
    }
}

#[test]
fn utf8_that_was_read_as_one_byte_a_character_is_repaired() {
    check(
        "mojibake",
        &[
            ("The cafÃ© isnâ€™t open", "The café isn’t open"),
            ("price: Â£5.00", "price: £5.00"),
            ("Â© 2014 The Times", "© 2014 The Times"),
            (
                "MUDANÃ‡A DE ÃšLTIMA HORA NÃƒO",
                "MUDANÇA DE ÚLTIMA HORA NÃO",
            ),
            ("PÃ¥ grÃ¦nsen af Ã˜sterbro", "På grænsen af Østerbro"),
            ("lâ€™Ã©tÃ© Ã  Paris", "l’été à Paris"),
            ("Hello ðŸ˜€ world", "Hello 😀 world"),
            ("ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет"),
            ("ä¸\u{AD}å›½", "中国"),
            ("ï»¿Title of the page", "\u{FEFF}Title of the page"),
        ],
    );
}

#[test]
fn every_encoding_that_utf8_is_read_as_is_known() {
    check(
        "mojibake",
        &[
            ("LiĂ¨ge Avenue de l'HĂ´pital", "Liège Avenue de l'Hôpital"),
            ("Р°Р±Рѕ, РєРѕР»Рё", "або, коли"),
            ("Ξ‘Ξ³Ξ³Ξ»ΞΉΞΊΞ¬", "Αγγλικά"),
            ("izlerini sÃ¼rmek iÃ§in", "izlerini sürmek için"),
            ("R├⌐sum├⌐ du fianc├⌐", "Résumé du fiancé"),
            ("Malm√∂ District, D√ºsseldorf", "Malmö District, Düsseldorf"),
        ],
    );
}

#[test]
fn damage_done_twice_is_undone_twice() {
    check(
        "mojibake",
        &[
            ("nÃƒÂ© Ã¢â‚¬Å“heureÃ¢â‚¬\u{9D}", "né “heure”"),
            ("вЂ™ и РІР‚С™", "’ и ‚"),
            ("t‚Äö√†√∂¬¨¬©l‚Äö√†√∂¬¨¬©charger", "télécharger"),
        ],
    );
}

#[test]
fn text_that_only_looks_damaged_is_kept() {
    keeps(
        "mojibake",
        &[
            "IL Y MARQUÉ…",
            "DESCOMPENSAÇÃO… MAÇÃ” E IRMÃ…",
            "Maintenant c’est fini – café®, dit-il «\u{A0}voilà\u{A0}»",
            "Crème Brûlée™ 5×€30 ¿Qué? ¡É…!",
            "SELKÄ… KÄTTÄ’",
            "Wałęsa: „Łódź” – Żółw… Ź» Ś”",
            "straße“ Maß” Fuß‘ ß… weiß»",
            "Кто “Ты”… «Я» № 5 – Что™, ВІКІ, Рік",
            "ΑΒΓ™ “Ω” «Ά» Ό,τι Ό…",
            "┌─────┐ │ ABC │ ├──┤",
            "∫√π ≈ ∆°, (-1/2)! = √π",
            "Åsne på Ålesund – Å være, AHÅ™, the sofa",
            "ĐẠI HỌC QUỐC GIA HÀ NỘI… “ĐÂY”",
            "lost already: caf\u{FFFD}, “no\u{FFFD}”",
        ],
    );
}

#[test]
fn mojibake_in_code_and_in_texts_about_it_is_kept() {
    keeps(
        "mojibake",
        &[
            "    >>> fix('cafÃ©')\n    'x'\n",
            "```\ncafÃ© Ã©tÃ©\n```\n",
            "Mojibake is what turns café into cafÃ©.",
            "Read as Latin-1, a UTF-8 é is Ã©.",
        ],
    );
}

#[test]
fn c1_controls_become_what_windows_has_there() {
    check(
        "c1",
        &[
            (
                "\u{93}nine\u{94} \u{96} o presidente\u{85}",
                "“nine” – o presidente…",
            ),
            ("Il a parlé\u{85} Tu sais", "Il a parlé… Tu sais"),
            ("e nada\u{85}", "e nada…"),
            ("e agora\u{85} nada\n", "e agora… nada\n"),
        ],
    );
    keeps("c1", &["one\u{85}Two\u{85}three\u{85}", "\u{81}\u{8D}"]);
}

#[test]
fn controls_and_terminal_escapes_go() {
    check(
        "controls",
        &[
            ("a\0b\u{8}c", "abc"),
            ("\u{1B}[1;31mred\u{1B}[0m", "red"),
            ("\u{1B}]0;title\u{7}text", "text"),
            ("\u{FEFF}one\n\u{FEFF}two", "one\ntwo"),
        ],
    );
    keeps(
        "controls",
        &[
            "a\tb\r\nc",
            "\u{200C}\u{200D}\u{FE0F}\u{200E}\u{202B}\u{FFFD}\u{AD}",
        ],
    );
}

#[test]
fn entities_are_decoded_until_none_is_left() {
    check(
        "entities",
        &[
            ("outskirts&nbsp;&hellip;", "outskirts\u{A0}…"),
            ("Q&amp;amp;amp;A", "Q&A"),
            (
                "&amp;lt;a href='http://a.b'&amp;gt;",
                "<a href='http://a.b'>",
            ),
            ("&#8211; &#x2014; &#039; &#150;", "– — ' –"),
            ("P&EACUTE;REZ", "PÉREZ"),
            ("a&#10;b", "a b"),
            ("&a&#109;p;", "&"),
        ],
    );
}

#[test]
fn what_is_no_entity_is_kept() {
    keeps(
        "entities",
        &[
            "AT&T; R&D, ?a=1&copy=2&nbsp",
            "Use `&lt;` for it",
            "```\n&lt;b&gt;\n```\n",
            "HTML entities such as &eacute; and &amp;lt;",
            "&ALPHA; &bogus; &#0; &#xD800; &#99999999;",
            "if (a &amp;&amp; b) { return \"&lt;\"; }",
        ],
    );
}

#[test]
fn every_line_end_is_a_newline() {
    check(
        "newlines",
        &[(
            "a\r\nb\rc\u{85}d\u{2028}e\u{2029}f\u{B}g",
            "a\nb\nc\nd\ne\nf\ng",
        )],
    );
    keeps("newlines", &["a\n\nb\u{A0}…"]);
}

#[test]
fn white_space_is_one_space() {
    check(
        "spaces",
        &[
            (
                "  a \u{A0} b\u{2003}c \u{3000}\n  d\t\te ",
                "  a b c\n  d e",
            ),
            ("a\t\tb\nc \t d", "a\t\tb\nc\td"),
            ("\t•\tone", "\t• one"),
            ("    x = f();   \n", "    x = f();\n"),
        ],
    );
    keeps(
        "spaces",
        &["a\tb", "zero\u{200B}width", "  - item\n    - nested"],
    );
}

#[test]
fn letters_and_accents_are_composed() {
    check(
        "nfc",
        &[
            ("cafe\u{301} e\u{302}\u{309}", "café ể"),
            ("\u{212B} か\u{3099}", "Å が"),
        ],
    );
    keeps("nfc", &["ﬁ ² ½ Ａ", "ể “é” … कि مرحبا"]);
}

#[test]
fn bullets_become_dashes() {
    check(
        "bullets",
        &[
            ("  • one\n  • two", "- one\n- two"),
            ("• one\n    • inner\n• two", "- one\n  - inner\n- two"),
            ("• a\n▪ b\n•c", "- a\n- b\n- c"),
            ("Tips:\n– sleep\n– eat", "Tips:\n- sleep\n- eat"),
            ("· one\n\n· two", "- one\n\n- two"),
            ("* one\n  goes on\n* two", "- one\n  goes on\n- two"),
            ("• one\n\t• inner", "- one\n  - inner"),
        ],
    );
}

#[test]
fn dashes_of_dialogue_and_separators_are_no_bullets() {
    keeps(
        "bullets",
        &[
            "– ¿Quién es?\n– Soy yo.",
            "– Bonjour, dit-il à la porte de la maison.\n– Entrez et prenez les clés de la voiture.",
            "– Come in – said the man.\n– I will.",
            "– –\n* * *\n•\n—",
            "— Caleb Bond (@TheCalebBond)\n— Jenni (@life)",
            "* Comcast is an investor in Vox.",
            "2015 was\n3.5 percent",
        ],
    );
}

#[test]
fn the_text_ends_with_one_newline() {
    check(
        "last-newline",
        &[("a", "a\n"), ("a\n\n", "a\n"), ("\n\n", "")],
    );
    keeps("last-newline", &["", "a\n"]);
}

#[test]
fn passes_that_lose_something_are_asked_for() {
    check("straight-quotes", &[("“it’s” «so»", "\"it's\" «so»")]);
    check("nfkc", &[("ﬁ ² Ａ", "fi 2 A")]);
    check("width", &[("Ｎingbo，ｶﾞ²", "Ningbo,ガ²")]);
    check("ligatures", &[("ﬁne œuvre ǉ ŉ", "fine œuvre lj ʼn")]);
    check("soft-hyphens", &[("sil\u{AD}ben", "silben")]);
    check(
        "zero-width",
        &[(
            "a\u{200B}b\u{2060}c\u{200D}d\u{200C}",
            "abc\u{200D}d\u{200C}",
        )],
    );
    let lossy = [
        "straight-quotes",
        "nfkc",
        "width",
        "ligatures",
        "soft-hyphens",
        "zero-width",
    ];
    assert!(
        PASSES
            .iter()
            .all(|pass| pass.default != lossy.contains(&pass.id))
    );
}

#[test]
fn the_whole_road_makes_tidy_text() {
    let was = "\u{FEFF}Title\r\nIt isnâ€™t\u{A0}so.\r\n  • one\r\n  • two&amp;three\r\n\r\n";
    assert_eq!(whole(was), "Title\n\nIt isn’t so.\n\n- one\n- two&three\n");
}
