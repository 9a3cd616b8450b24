//! The single file: one page that holds its program, its styles and a data package, and of which another with
//! other data is made of nothing but itself.
//!
//! It is made of a *form*: the text of the page with a [`Place`] for each part. The form stands in the page as a part
//! of its own, and every other part that stays is found in the page by its id. So the text of a page is all that
//! [`child`] needs besides the data, and the build, the command and the page itself make the same bytes. What is
//! put into a place is not looked through for further places, whatever the data say.

use std::borrow::Cow;
use std::fmt;
use std::io::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::json::quoted;
use crate::policy::{hash, without_self};
use crate::{Error, data};

/// The part that holds the form, as a text in JSON.
pub const FORM: &str = "guatu-form";

/// The part that holds the data.
pub const DATA: &str = "guatu-data";

/// Stands before and behind a place; no page of ours has it otherwise.
const SIGN: char = '\u{1f}';

/// A place in the form: what is put there, by its name. Written as U+001F, the kind, U+0020, the name, U+001F.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place<'a> {
    /// A text.
    Text(&'a str),
    /// What stands in a script that runs: the policy allows it.
    Script(&'a str),
    /// What stands in a style sheet: the policy allows it.
    Style(&'a str),
    /// The policy, made of this one of the site.
    Policy(&'a str),
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (kind, name) = match self {
            Self::Text(name) => ("text", name),
            Self::Script(name) => ("script", name),
            Self::Style(name) => ("style", name),
            Self::Policy(site) => ("policy", site),
        };
        write!(f, "{SIGN}{kind} {name}{SIGN}")
    }
}

impl<'a> Place<'a> {
    fn read(place: &'a str) -> Option<Self> {
        let (kind, name) = place.split_once(' ')?;
        match kind {
            "text" => Some(Self::Text(name)),
            "script" => Some(Self::Script(name)),
            "style" => Some(Self::Style(name)),
            "policy" => Some(Self::Policy(name)),
            _ => None,
        }
    }
}

/// A single file with other data, made of the text of one: `front` has what the page says before its program, by
/// name, `files` the data package.
///
/// # Errors
/// When the text is no single file, or one of another form.
pub fn child(
    parent: &str,
    front: &[(String, String)],
    files: &[(String, String)],
) -> Result<String, Error> {
    let form = element(parent, FORM).and_then(|form| serde_json::from_str::<String>(form).ok());
    let form = form.ok_or_else(|| Error::Page(FORM.to_owned()))?;
    single(&form, front, files, &|name| element(parent, name))
}

/// A single file of a form: the strings before the program and the data package, and every other part by its name.
///
/// # Errors
/// When there is no such part, or the form has no place for the policy.
pub fn single<'a>(
    form: &'a str,
    front: &'a [(String, String)],
    files: &[(String, String)],
    part: &dyn Fn(&str) -> Option<&'a str>,
) -> Result<String, Error> {
    let own = [
        // Nothing in it ends the element around it, or reads as an element of the page.
        (FORM, quoted(form).replace('<', "\\u003c")),
        (DATA, block(data(files).as_bytes())?),
    ];
    let text = |name: &str| {
        if let Some((_, text)) = own.iter().find(|(known, _)| *known == name) {
            return Ok(Cow::Owned(text.clone()));
        }
        let varying = front.iter().find(|(known, _)| known == name);
        let text = varying.map_or_else(|| part(name), |(_, text)| Some(text));
        text.map(Cow::Borrowed)
            .ok_or_else(|| Error::Page(name.to_owned()))
    };
    let (mut scripts, mut styles, mut policy) = (Vec::new(), Vec::new(), None);
    let mut pieces = Vec::new();
    for (at, piece) in form.split(SIGN).enumerate() {
        // Between two signs stands a place.
        if at % 2 == 0 {
            pieces.push(Cow::Borrowed(piece));
            continue;
        }
        let place = Place::read(piece).ok_or_else(|| Error::Page(piece.to_owned()))?;
        let piece = match place {
            Place::Text(name) | Place::Script(name) | Place::Style(name) => text(name)?,
            // It names the parts behind it.
            Place::Policy(site) => {
                policy = Some((at, site));
                Cow::default()
            }
        };
        match place {
            Place::Script(_) => scripts.push(hash(&piece)),
            Place::Style(_) => styles.push(hash(&piece)),
            Place::Text(_) | Place::Policy(_) => {}
        }
        pieces.push(piece);
    }
    let policy = policy.and_then(|(at, site)| Some((pieces.get_mut(at)?, site)));
    let (place, site) = policy.ok_or_else(|| Error::Page("a policy".to_owned()))?;
    *place = Cow::Owned(without_self(site, &scripts, &styles));
    Ok(pieces.into_iter().collect())
}

/// Bytes as a page holds them: gzip in base64. There is no time in it, so that the same bytes give the same text.
///
/// # Errors
/// When there is no memory for it.
fn block(bytes: &[u8]) -> Result<String, Error> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(bytes)?;
    Ok(STANDARD.encode(packed.finish()?))
}

/// What stands in the element with this id, a script or a style sheet: such an element has no other in it. The id is
/// the last attribute, as the form has it.
fn element<'a>(page: &'a str, id: &str) -> Option<&'a str> {
    let (before, rest) = page.split_once(&format!(" id=\"{id}\">"))?;
    let tag = before.rsplit('<').next()?.split(' ').next()?;
    let (text, _) = rest.split_once(&format!("</{tag}>"))?;
    Some(text)
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use flate2::read::GzDecoder;

    use super::*;

    const PROGRAM: &str = "run('\\x3C/script>')";
    const STYLE: &str = "a::after { content: '</script>' }";

    fn form() -> String {
        let [program, style, guard] = [
            Place::Script("program"),
            Place::Style("style"),
            Place::Script("guard"),
        ];
        let policy = Place::Policy("script-src 'self'; style-src 'self'; connect-src 'self'");
        let [title, figures, form, data] = ["title", "figures", FORM, DATA].map(Place::Text);
        format!(
            "<head><meta content=\"{policy}\"><script id=\"guard\">{guard}</script>\
             <title>{title}</title><style media=\"all\" id=\"style\">{style}</style>\n\
             <script id=\"{FORM}\">{form}</script>\n<script id=\"{DATA}\">{data}</script>\n\
             <script type=\"module\" id=\"program\">{program}</script></head>{figures}"
        )
    }

    fn texts(texts: &[(&str, &str)]) -> Vec<(String, String)> {
        let texts = texts.iter();
        texts
            .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
            .collect()
    }

    fn front(words: &str) -> Vec<(String, String)> {
        texts(&[("title", words), ("figures", words)])
    }

    fn package(words: &str) -> Vec<(String, String)> {
        texts(&[("b.csv", words), ("a.csv", "id\n")])
    }

    fn first() -> String {
        let part = |name: &str| match name {
            "program" => Some(PROGRAM),
            "style" => Some(STYLE),
            "guard" => Some("guard()"),
            _ => None,
        };
        single(&form(), &front("One"), &package("one"), &part).expect("a page")
    }

    fn inflated(block: &str) -> String {
        let packed = STANDARD.decode(block).expect("base64");
        let mut text = String::new();
        let mut packed = GzDecoder::new(packed.as_slice());
        packed.read_to_string(&mut text).expect("gzip");
        text
    }

    #[test]
    fn a_page_holds_its_form_and_its_data_and_allows_its_scripts_and_styles() {
        let page = first();
        let held = element(&page, FORM).expect("a form");
        assert!(!held.contains('<') && !held.contains(SIGN), "{held}");
        assert_eq!(serde_json::from_str::<String>(held).expect("JSON"), form());
        let held = inflated(element(&page, DATA).expect("data"));
        assert_eq!(
            held,
            "{\n  \"a.csv\": \"id\\n\",\n  \"b.csv\": \"one\"\n}\n"
        );
        let policy = format!(
            "content=\"script-src {} {}; style-src {}; connect-src 'none'\"",
            hash("guard()"),
            hash(PROGRAM),
            hash(STYLE)
        );
        assert!(page.contains(&policy), "no {policy} in {page}");
        assert_eq!(element(&page, "style"), Some(STYLE));
    }

    #[test]
    fn a_child_differs_in_data_and_front_alone_and_its_child_is_the_first_again() {
        let first = first();
        let child_of = |page: &str, words: &str, data: &str| {
            child(page, &front(words), &package(data)).expect("a page")
        };
        assert_eq!(child_of(&first, "One", "one"), first);
        let second = child_of(&first, "Two", "two");
        let differing = first.lines().zip(second.lines());
        let differing: Vec<_> = differing.filter(|(one, other)| one != other).collect();
        let [(title, _), (data, _), (figures, _)] = differing[..] else {
            panic!("{differing:?}");
        };
        assert!(title.contains("<title>One</title>"));
        assert!(data.starts_with("<script id=\"guatu-data\">"));
        assert!(figures.ends_with("</head>One"));
        assert_eq!(second.replace("Two", "One").lines().next(), Some(title));
        assert_eq!(child_of(&second, "One", "one"), first);
    }

    #[test]
    fn what_stands_in_a_place_makes_no_other_place_and_hides_no_part() {
        let first = first();
        // What is said before the program is HTML.
        let place = Place::Text(DATA).to_string();
        let words = front(&format!("{place} id=&quot;{FORM}&quot;&gt;\u{1f}"));
        let files = package(&format!("{place}</script> id=\"{FORM}\"><!--\u{1f}"));
        let page = child(&first, &words, &files).expect("a page");
        assert!(page.ends_with(&words[1].1));
        let held = inflated(element(&page, DATA).expect("data"));
        assert_eq!(held, data(&files));
        let again = child(&page, &front("One"), &package("one"));
        assert_eq!(again.expect("a page"), first);
    }

    #[test]
    fn a_text_that_is_no_single_file_is_refused() {
        let child = |page: &str| child(page, &front(""), &package("")).is_err();
        let page = first();
        assert!(!child(&page));
        assert!(child("<title></title>"));
        assert!(child(
            &page.replace("id=\"guatu-form\">", "id=\"guatu-form\">x")
        ));
        assert!(child(&page.replace("id=\"guard\"", "id=\"other\"")));
        let single = |form: &str| single(form, &[], &[], &|_| Some("")).is_err();
        assert!(!single(&Place::Policy("").to_string()));
        assert!(single("no policy"));
        assert!(single("\u{1f}what\u{1f}\u{1f}policy \u{1f}"));
    }

    #[test]
    fn a_block_is_the_same_whenever_it_is_made() {
        // No time, no name, no system.
        let packed = STANDARD.decode(block(b"guatu").expect("a block"));
        let packed = packed.expect("base64");
        assert_eq!(packed[..10], [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255]);
    }
}
