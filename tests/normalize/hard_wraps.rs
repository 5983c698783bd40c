//! Lines that were filled up to one width: joined or left, never torn.

use proptest::prelude::*;
use proptest::sample::select;

use super::{check, keeps, whole};

/// Filled to 60 characters.
const WRAPPED: &str = "The council met on Tuesday to hear from residents who oppose
the plan to close the library on Mill Street, which opened in
nineteen twenty and has been in use ever since, but after two
hours of argument the vote was put off until the spring, when
the new budget will be known.";

#[test]
fn only_lines_that_were_filled_to_one_width_are_joined() {
    let joined = WRAPPED.replace('\n', " ");
    check(
        "paragraphs",
        &[
            (WRAPPED, &joined),
            (&format!("- x\n\n{WRAPPED}"), &format!("- x\n\n{joined}")),
        ],
    );
    let headlines = "Mayor resigns after the vote of the council on Friday night
Library to close in spring as the budget falls short again
Two held after a robbery at the old mill on River Street
Weather: rain until the weekend, then sun and light wind";
    check(
        "paragraphs",
        &[(headlines, &headlines.replace('\n', "\n\n"))],
    );
}

/// Breaks a text as a typewriter does.
fn wrap(text: &str, width: usize) -> String {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let line = lines.last_mut().unwrap();
        if line.is_empty() {
            line.push_str(word);
        } else if line.chars().count() + 1 + word.chars().count() > width {
            lines.push(word.to_owned());
        } else {
            line.push(' ');
            line.push_str(word);
        }
    }
    lines.join("\n")
}

/// Sentences in scripts with and without capitals, with words broken by nothing but line ends.
const TEXTS: &[&str] = &[
    "The miller rose before the sun and looked at the wheel; it stood still, as it had on every morning since the flood. \
     He asked for a carpenter, but none would come before the spring, and so he had to return the corn to the farmers, \
     who took it to the mill of the next valley and did not come back.",
    "Der Müller stand vor Sonnenaufgang auf und sah nach dem Rad, das seit der Flut an jedem Morgen still gestanden \
     hatte. Er bat um einen Zimmermann, aber keiner wollte vor dem Frühling kommen, und so gab er das Korn den Bauern \
     zurück. Die Bauern brachten es in die Mühle des nächsten Tals und kamen nicht wieder.",
    "نهض الطحان قبل الشمس ونظر إلى العجلة التي ظلت واقفة كل صباح منذ الفيضان وطلب نجارا لكن أحدا لم يأت قبل الربيع \
     فأعاد القمح إلى الفلاحين الذين حملوه إلى طاحونة الوادي التالي ولم يرجعوا إليه بعد ذلك أبدا في تلك السنة كلها",
    "चक्की वाला सूरज से पहले उठा और पहिये को देखा जो बाढ़ के बाद हर सुबह रुका रहता था और उसने एक बढ़ई माँगा पर \
     वसंत से पहले कोई नहीं आया इसलिए उसने अनाज किसानों को लौटा दिया जो उसे अगली घाटी की चक्की में ले गए और फिर नहीं लौटे",
    "방앗간 주인은 해가 뜨기 전에 일어나 홍수가 난 뒤로 아침마다 멈춰 있던 물레방아를 보았다. 그는 목수를 불렀지만 봄이 \
     오기 전에는 아무도 오려 하지 않았고 그래서 그는 곡식을 농부들에게 돌려주었으며 농부들은 다음 골짜기로 갔다.",
];

#[test]
fn wrapped_text_is_joined_in_any_script_and_at_any_width() {
    for text in TEXTS {
        for width in [60, 72, 79, 100, 120] {
            let wrapped = wrap(text, width);
            let tidy = whole(&format!("{wrapped}\n"));
            let is_long = wrapped.lines().count() > 4;
            assert!(
                tidy == format!("{text}\n") || !is_long && tidy == format!("{wrapped}\n"),
                "{width}: {tidy}"
            );
        }
    }
}

#[test]
fn characters_of_chinese_and_japanese_are_joined_without_a_space() {
    let text = "磨坊主在日出之前起床，看了看水车，自从洪水以来它每天早晨都停着。他想请一位木匠，可是春天之前没有人愿意来，\
                于是他把粮食还给农民，农民把它送到下一个山谷的磨坊，再也没有回来。";
    let characters: Vec<char> = text.chars().collect();
    for width in [16, 20, 30] {
        let lines: Vec<String> = characters.chunks(width).map(String::from_iter).collect();
        let tidy = whole(&lines.join("\n"));
        let wide = width * 2 >= 45;
        assert_eq!(
            tidy.contains("\n\n"),
            !wide && !tidy.starts_with(text),
            "{tidy}"
        );
        assert!(
            !wide || tidy == format!("{text}\n") || lines.len() < 5,
            "{tidy}"
        );
    }
}

#[test]
fn short_paragraphs_are_joined_where_a_longer_one_shows_the_width() {
    let letter = "\n\nHe went back to the mill on foot, since nobody had come with a\ncart.\n\nYours,\nAda\n";
    let long = wrap(TEXTS[0], 66);
    let tidy = format!(
        "{}\n\nHe went back to the mill on foot, since nobody had come with a cart.\n\nYours,\nAda\n",
        TEXTS[0]
    );
    check("paragraphs", &[(&format!("{long}{letter}"), &tidy)]);
    keeps("paragraphs", &[&format!("Dear all,{letter}")]);
}

#[test]
fn paragraphs_that_an_indent_opens_are_told_apart() {
    let paragraphs: Vec<String> = [TEXTS[0], TEXTS[1]]
        .map(|text| format!("    {}", wrap(text, 70)))
        .into();
    let tidy = format!("{}\n\n{}\n", TEXTS[0], TEXTS[1]);
    check("paragraphs", &[(&(paragraphs.join("\n") + "\n"), &tidy)]);
}

#[test]
fn what_hangs_below_an_item_or_a_mark_of_quotation_is_not_torn() {
    let list = "- the wheel has to be mended before the winter, as the corn of\n  the valley waits for it\n- the miller is paid";
    keeps(
        "paragraphs",
        &[list, "> the wheel has to be mended before\n> the winter"],
    );
    let lazy = list.replace("\n  ", "\n");
    check("paragraphs", &[(&lazy, &lazy.replace("\n-", "\n\n-"))]);
    let (long, item) = (wrap(TEXTS[0], 64), list.replace("\n  ", " "));
    check(
        "paragraphs",
        &[(
            &format!("{long}\n\n{list}"),
            &format!("{}\n\n{item}", TEXTS[0]),
        )],
    );
}

#[test]
fn a_broken_word_is_made_whole_where_the_capture_knows_it() {
    let page = |known: &str, word: &str| {
        format!(
            "{known}\n\nThe miller rose before the sun and looked at the wheel, as it had been {word} since the flood \
             of the year in which his father died and left him all\n\
             of the mill in debt, and then he asked for a carpenter, but none would come\n\
             before the spring, and so he had to give the corn back to the farmers, who\n\
             afterwards did not come again."
        )
    };
    for (known, end, now) in [
        (
            "A customary rule.",
            "cus-\ntomary",
            "been customary since the flood",
        ),
        (
            "A long-standing rule.",
            "long-\nstanding",
            "been long-standing since the flood",
        ),
        (
            "A rule.",
            "cus-\ntomary",
            "been cus-\ntomary since the flood",
        ),
    ] {
        let tidy = whole(&page(known, end));
        assert!(tidy.contains(now), "{tidy}");
    }
}

#[test]
fn rows_of_one_width_are_no_prose() {
    let hex = "0000 4a6f 686e 2077 6173 2068 6572 6520 6f6e 2074 6865 2064\n".repeat(6);
    let base64 = "TWFuIGlzIGRpc3Rpbmd1aXNoZWQsIG5vdCBvbmx5IGJ5IGhpcyByZWFzb24sIGJ1\n".repeat(6);
    for rows in [hex, base64] {
        keeps("paragraphs", &[&format!("Data:\n\n{rows}")]);
    }
}

/// Pages of wrapped paragraphs, lists, headings and verse, with any of them broken off.
fn any_page() -> impl Strategy<Value = String> {
    let words = "the mill wheel Müller flour. ada, stands Tom— of “corn” sun-\nrise 港口的墙 سوق 12 valley; winter: been customary";
    let word = select(words.split(' ').collect::<Vec<_>>());
    let paragraph = (
        proptest::collection::vec(word, 1..60),
        select(vec![20, 46, 60, 72, 100, 118, 400]),
    );
    let paragraph = paragraph.prop_map(|(words, width)| wrap(&words.join(" "), width));
    let opening = select(vec![
        "",
        "    ",
        "- ",
        "> ",
        "1. ",
        "  ",
        "\u{3000}\u{3000}",
        "* ",
        "| ",
    ]);
    let glue = select(vec!["\n", "\n\n", "\n  ", "\n\n\n"]);
    let piece = (opening, paragraph, glue)
        .prop_map(|(opening, text, glue)| format!("{opening}{text}{glue}"));
    proptest::collection::vec(piece, 1..8).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn the_whole_road_ends_where_it_ends(page in any_page()) {
        let tidy = whole(&page);
        prop_assert_eq!(whole(&tidy), tidy);
    }

    #[test]
    fn no_word_is_lost_or_glued(page in any_page()) {
        let page = page.replace("港口的墙", "wall").replace("sun-\nrise", "sunrise");
        let bare = |text: &str| text.replace(['*', '-'], "").split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        prop_assert_eq!(bare(&whole(&page)), bare(&page));
    }
}
