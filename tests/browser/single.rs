//! The single file makes another one of itself, with other data in it.

use std::collections::BTreeMap;
use std::fs;

use guatu::dataset::{Tables, files};
use guatu::front::Front;
use guatu_files::child;
use serde_json::to_string;

use crate::browser::Browser;
use crate::hostile::HOSTILE;
use crate::native::Native;
use crate::paper::WATCHED;
use crate::site::{SingleFile, Site, dist};

/// Has the program that makes files make a single file of this one, as the page does.
const MADE: &str = "
    const done = arguments[0];
    const [front, files] = GIVEN;
    const block = document.getElementById('guatu-files');
    const packed = Uint8Array.from(atob(block.textContent), (sign) => sign.charCodeAt(0));
    const bytes = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
    const made = async () => {
        const { single } = await block.load(await new Response(bytes).arrayBuffer());
        return single(document.head.outerHTML, front, files);
    };
    made().then(done, (error) => done(`${error}`))";

/// What a single file is made of, besides another one.
struct Parts {
    front: [(String, String); 4],
    files: Vec<(String, String)>,
}

impl Parts {
    fn of(tables: &Tables) -> Self {
        let native = Native::of(tables);
        let text = |name: &str| Some((name.to_owned(), tables.get(name)?.to_owned()));
        Self {
            front: Front::new(&native.data, &native.index, tables).pieces(),
            files: files().filter_map(text).collect(),
        }
    }

    /// The page that the command makes.
    fn page_of(&self, parent: &str) -> String {
        child(parent, &self.front, &self.files).expect("a page")
    }

    /// The page that the open one makes.
    async fn made_in(&self, browser: &Browser) -> String {
        let object = |texts: &[(String, String)]| {
            let texts: BTreeMap<&str, &str> = texts
                .iter()
                .map(|(name, text)| (&**name, &**text))
                .collect();
            to_string(&texts).expect("JSON")
        };
        let given = format!("[{}, {}]", object(&self.front), object(&self.files));
        browser.eval_async(&MADE.replace("GIVEN", &given)).await
    }
}

/// Byte for byte what the command makes, whatever the data say; it opens, and makes the first one again.
pub async fn children(browser: &Browser) {
    let built = built();
    let (own, hostile) = (Parts::of(&Tables::built_in()), Parts::of(&HOSTILE));
    let first = SingleFile::witnessed();
    browser.open(&first.address).await;
    assert!(own.made_in(browser).await == built, "not the built file");
    let other = hostile.made_in(browser).await;
    assert!(
        other == hostile.page_of(&built),
        "not what the command makes"
    );
    differs_where_it_may(&built, &own, &other, &hostile);

    let second = SingleFile::of(&other);
    browser.open(&second.address).await;
    let figures = Native::of(&HOSTILE).data.observations.len();
    let shown = format!("document.querySelector('#result-count').dataset.count === '{figures}'");
    browser.until("the other data", &shown).await;
    assert!(own.made_in(browser).await == built, "not the first again");
}

/// The button of the export saves the built file anew, from the site and from the single file.
pub async fn saved(browser: &Browser) {
    const LAST: &str = "const done = arguments[0]; kept.files.at(-1).text().then(done)";
    let built = built();
    let (site, file) = (Site::witnessed().await, SingleFile::witnessed());
    for page in [site.address(), file.address] {
        browser.open(&(page + "#/table")).await;
        browser.eval::<()>(WATCHED, &[]).await;
        browser.click("[data-dialog=export]").await;
        browser.click("[data-export=single-file]").await;
        let come = "kept.names.join() === 'guatu.html'";
        browser.until("a file is saved", come).await;
        let text: String = browser.eval_async(LAST).await;
        assert!(text == built, "not the built file");
    }
}

fn built() -> String {
    fs::read_to_string(dist().join("guatu.html")).expect("the single file")
}

/// Two pages differ in their data and in what they say before their program, and nowhere else.
fn differs_where_it_may(one: &str, its: &Parts, other: &str, others: &Parts) {
    let data = |page: &str| {
        let (_, rest) = page.split_once(" id=\"guatu-data\">").expect("a block");
        let (block, _) = rest.split_once('<').expect("its end");
        block.to_owned()
    };
    let mut changed = other.replacen(&data(other), &data(one), 1);
    for ((_, own), (_, others)) in its.front.iter().zip(&others.front) {
        assert_ne!(own, others);
        changed = changed.replacen(others, own, 1);
    }
    assert!(changed == one, "another part differs");
}
