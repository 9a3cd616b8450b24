//! The lines that put a view on another page say what they are to say, and can be read back.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test stops where it fails")]

use guatu::dataset::{Dataset, Tables, load};
use guatu::export::{Embedding, site_address};
use guatu::view::{PagePart, ViewState, link};

const GUIDE: &str = include_str!("../docs/embedding.md");
const GUIDE_IN_CHINESE: &str = include_str!("../docs/embedding.zh.md");
const SCRIPT: &str = include_str!("../src/boot/embed.js");

fn data() -> Dataset {
    load(&Tables::built_in()).expect("the built-in package is valid")
}

fn state(data: &Dataset, fragment: &str) -> ViewState {
    let (state, notices) = link::read(fragment, data);
    assert_eq!(notices, [], "{fragment}");
    state
}

fn embedding<'a>(data: &'a Dataset, state: &'a ViewState, address: &'a str) -> Embedding<'a> {
    Embedding {
        data,
        state,
        title: "A & \"B\"",
        address,
    }
}

#[test]
fn the_element_names_view_filters_parts_language_and_colours() {
    let data = data();
    let state = state(
        &data,
        "#/board?area=420106&class=binding&lang=en&appearance=dark&embed=1&hide=filters~notes",
    );
    let lines = embedding(&data, &state, "https://site.example/guatu/").element();
    assert_eq!(
        lines,
        "<script src=\"https://site.example/guatu/embed.js\" defer></script>\n\
         <guatu-view view=\"board\" filters=\"area=420106&amp;class=binding\" hide=\"filters notes\" \
         lang=\"en\" theme=\"dark\" title=\"A &amp; &quot;B&quot;\"></guatu-view>"
    );
}

#[test]
fn a_page_other_than_the_folder_s_own_is_named() {
    let data = data();
    let state = state(&data, "#/table?embed=1");
    let lines = |address| embedding(&data, &state, address).element();
    assert!(
        lines("https://site.example/guatu.html")
            .contains(" src=\"https://site.example/guatu.html\"")
    );
    for address in [
        "https://site.example/a/",
        "https://site.example/a/index.html",
    ] {
        let lines = lines(address);
        assert!(
            lines.starts_with("<script src=\"https://site.example/a/embed.js\""),
            "{lines}"
        );
        assert!(
            lines.contains("<guatu-view view=\"table\" title="),
            "{lines}"
        );
    }
}

#[test]
fn of_an_address_as_people_type_it_the_script_is_the_site_s_own() {
    let data = data();
    let state = state(&data, "#/board?embed=1");
    for (typed, script) in [
        ("https://site.example", "https://site.example/embed.js"),
        (
            "https://site.example?from=mail",
            "https://site.example/embed.js",
        ),
        (
            "https://site.example/guatu",
            "https://site.example/guatu/embed.js",
        ),
        (
            "https://site.example/a/guatu.html?reload=1#/x",
            "https://site.example/a/embed.js",
        ),
    ] {
        let address = site_address(typed).expect("an address");
        let lines = embedding(&data, &state, &address).element();
        let start = format!("<script src=\"{script}\" defer>");
        assert!(lines.starts_with(&start), "{typed}: {lines}");
    }
}

#[test]
fn a_frame_has_the_link_of_the_embed_and_a_height() {
    let data = data();
    let state = state(&data, "#/board?q=a%3Cb&embed=1&hide=strip");
    let line = embedding(&data, &state, "https://site.example/").frame(640);
    assert_eq!(
        line,
        "<iframe src=\"https://site.example/#/board?q=a%3Cb&amp;embed=1&amp;hide=strip\" \
         title=\"A &amp; &quot;B&quot;\" width=\"100%\" height=\"640\" frameborder=\"0\" loading=\"lazy\"></iframe>"
    );
}

#[test]
fn the_guide_names_every_attribute_part_and_message() {
    let list = SCRIPT
        .split("return [")
        .nth(1)
        .and_then(|rest| rest.split(']').next());
    let attributes = list
        .expect("the attributes that the script observes")
        .split('"');
    let attributes: Vec<&str> = attributes.skip(1).step_by(2).collect();
    assert_eq!(attributes.len(), 10);
    for name in attributes
        .into_iter()
        .chain(PagePart::ALL.map(PagePart::key))
    {
        assert!(GUIDE.contains(&format!("`{name}`")), "{name}");
    }
    for kind in ["ready", "hello", "height", "link", "view"] {
        let message = format!("type: \"{kind}\"");
        assert!(GUIDE.contains(&message), "{kind}");
        assert!(SCRIPT.contains(&format!("\"{kind}\"")), "{kind}");
    }
}

#[test]
fn the_guide_says_the_same_in_both_languages() {
    let blocks = |guide: &'static str| guide.split("\n```").skip(1).step_by(2).collect::<Vec<_>>();
    assert_eq!(blocks(GUIDE), blocks(GUIDE_IN_CHINESE));
    assert_eq!(blocks(GUIDE).len(), 7);
    // Code within the lines: attributes, headers, messages, addresses.
    let code = |guide: &'static str| {
        let lines = guide.split("\n```").step_by(2);
        let mut code: Vec<String> = lines
            .flat_map(|lines| lines.split('`').skip(1).step_by(2))
            .map(|code| code.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect();
        code.sort_unstable();
        code.dedup();
        code
    };
    assert_eq!(code(GUIDE), code(GUIDE_IN_CHINESE));
    let heads = |guide: &str| guide.lines().filter(|line| line.starts_with('#')).count();
    let rows = |guide: &str| guide.lines().filter(|line| line.starts_with('|')).count();
    assert_eq!(heads(GUIDE), heads(GUIDE_IN_CHINESE));
    assert_eq!(rows(GUIDE), rows(GUIDE_IN_CHINESE));
}

#[test]
fn the_script_for_other_sites_is_small() {
    // A third of it is left when it is compressed as it is sent.
    assert!(SCRIPT.len() < 5_000, "{} bytes", SCRIPT.len());
}
