//! A web page to measure on, of about the shape that news sites have.

/// Writes a page of about this size: scripts, styles, links, prose with references, comments.
pub(crate) fn page(bytes: usize) -> String {
    let mut page =
        String::from("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n");
    page.push_str("<title>The council &amp; the ferry</title></head>\n<body class=\"page\">\n");
    for number in 0.. {
        if page.len() >= bytes {
            break;
        }
        page.push_str(&navigation(number));
        page.push_str(&article(number));
        page.push_str(&script(number));
    }
    page.push_str("</body></html>\n");
    page
}

fn navigation(number: usize) -> String {
    let link = |item: usize| {
        format!(
            "\t<li id=\"menu-item-{item}\" class=\"menu-item menu-item-type-post\">\
             <a href=\"https://www.example.org/section/{number}/?page={item}&amp;sort=new\">Section {item}</a></li>\n"
        )
    };
    let links: String = (0..12).map(link).collect();
    format!("<nav><!-- menu {number} --><ul class='menu'>\n{links}</ul></nav>\n")
}

fn article(number: usize) -> String {
    let paragraph = "<p>The council met on <em>Tuesday</em> evening, and after three hours the vote was put off \
                     again; the mayor&rsquo;s office said&nbsp;&ndash; not for the first time &#8211; that \
                     <a href=\"/ferry\" rel=nofollow>the ferry</a> would go on.<br/>Nobody was surprised.</p>\n";
    format!(
        "<article id=\"a{number}\" data-kind='news'>\n<h2>Headline {number}</h2>\n\
         <img src=\"/images/{number}.jpg\" alt=\"\" width=640 height=480 loading=\"lazy\">\n{}</article>\n",
        paragraph.repeat(6)
    )
}

fn script(number: usize) -> String {
    let statement = "if(a<b&&window.dataLayer){dataLayer.push({'event':'view','id':b})};";
    let style = ".menu li:hover>a{color:#123;background:url(/sprite.png) no-repeat}\n";
    format!(
        "<script>var b={number};{}</script>\n<style>{}</style>\n",
        statement.repeat(40),
        style.repeat(20)
    )
}
