//! The built pages where a reader finds them: at a server, in a folder of it, and as a file.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use axum::Router;
use axum::extract::Request;
use axum::http::header::{CACHE_CONTROL, CONNECTION, CONTENT_SECURITY_POLICY, REFERER};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn};
use axum::response::{Html, Response};
use axum::routing::get;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use tempfile::TempDir;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tower_http::services::ServeDir;

use crate::browser::patiently;

/// Where the site stands at its server: it must not need the server's root.
pub const FOLDER: &str = "/some/folder/";

/// What a path keeps in a `file:` address.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.');

/// A request that reached a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Its path and its query.
    pub path: String,
    /// The page or the service worker that asked; empty where it does not say.
    pub by: String,
    /// How it was answered.
    pub status: StatusCode,
}

/// A server of this machine, at a port of its own, until the test ends.
pub struct Site {
    /// `http://127.0.0.1:<port>`.
    pub origin: String,
    seen: Arc<Mutex<Vec<Seen>>>,
    refused: Arc<Mutex<Option<String>>>,
    serving: JoinHandle<()>,
    pages: Option<TempDir>,
}

impl Site {
    /// The built site as it is.
    pub async fn as_built() -> Self {
        Self::start(pages_of(&dist()), None).await
    }

    /// The built site with a witness in its pages: see `witness.js`.
    pub async fn witnessed() -> Self {
        Self::changed(put_witness).await
    }

    /// The witnessed site with other data beside its program.
    pub async fn with_data(data: &str) -> Self {
        Self::changed(|folder| {
            put_witness(folder);
            fs::write(folder.join("data.json"), data).expect("other data");
        })
        .await
    }

    /// The built site after a change to a copy of its folder.
    pub async fn changed(change: impl FnOnce(&Path)) -> Self {
        let copy = copied();
        change(copy.path());
        Self::start(pages_of(copy.path()), Some(copy)).await
    }

    /// The built site as a host is advised to send it: what bears a hash in its name for good, all else
    /// asked after each time. No connection is kept, so that a server that is stopped is gone.
    pub async fn hosted() -> Self {
        let pages = copied();
        let router = pages_of(pages.path()).layer(from_fn(advised));
        Self::start(router, Some(pages)).await
    }

    /// The folder that is served.
    pub fn folder(&self) -> &Path {
        let pages = self.pages.as_ref().expect("a folder of its own");
        pages.path()
    }

    /// From now on this path of the folder is answered with `503 Service Unavailable`.
    pub fn refuse(&self, path: &str) {
        let mut refused = self.refused.lock().expect("no one panics with it");
        *refused = Some(FOLDER.to_owned() + path);
    }

    /// No request is answered any more.
    pub async fn stop(&self) {
        self.serving.abort();
        let port = self.origin.trim_start_matches("http://");
        patiently("the server is gone", async || {
            match TcpStream::connect(port).await {
                Ok(_) => Err("it answers".to_owned()),
                Err(_) => Ok(()),
            }
        })
        .await;
    }

    /// A site of someone else, with one page at its root.
    pub async fn other(page: String) -> Self {
        let answer = async || Html(page);
        Self::start(Router::new().route("/", get(answer)), None).await
    }

    /// A page of someone else, at the root of a site that sends this security policy.
    pub async fn under(policy: String, page: String) -> Self {
        let answer = async move || ([(CONTENT_SECURITY_POLICY, policy)], Html(page));
        Self::start(Router::new().route("/", get(answer)), None).await
    }

    async fn start(router: Router, pages: Option<TempDir>) -> Self {
        let seen = Arc::new(Mutex::new(Vec::new()));
        let refused = Arc::new(Mutex::new(None));
        let (noted, refusing) = (Arc::clone(&seen), Arc::clone(&refused));
        let router = router.layer(from_fn(move |request: Request, next: Next| {
            let (noted, refusing) = (Arc::clone(&noted), Arc::clone(&refusing));
            async move {
                let path = request.uri().path().to_owned();
                let query = request.uri().query().map(|query| format!("?{query}"));
                let by = request.headers().get(REFERER);
                let by = by.map(|by| String::from_utf8_lossy(by.as_bytes()).into_owned());
                let mut answer = next.run(request).await;
                let refused = refusing.lock().expect("no one panics with it").clone();
                if refused.as_ref() == Some(&path) {
                    *answer.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
                }
                let mut noted = noted.lock().expect("no one panics with it");
                noted.push(Seen {
                    path: path + &query.unwrap_or_default(),
                    by: by.unwrap_or_default(),
                    status: answer.status(),
                });
                answer
            }
        }));
        let (listener, port) = new_port().await;
        let serving = tokio::spawn(async move {
            let _ = axum::serve(listener, router).await;
        });
        Self {
            origin: format!("http://127.0.0.1:{port}"),
            seen,
            refused,
            serving,
            pages,
        }
    }

    /// The address of the site.
    pub fn address(&self) -> String {
        format!("{}{FOLDER}", self.origin)
    }

    /// The same server by another name, which makes it another site and not only another port.
    pub fn elsewhere(&self) -> String {
        self.origin.replace("127.0.0.1", "localhost")
    }

    /// Every request so far.
    pub fn seen(&self) -> Vec<Seen> {
        self.seen.lock().expect("no one panics with it").clone()
    }
}

/// The single file in a folder of its own, with spaces and Chinese in its path.
pub struct SingleFile {
    /// `file:///…/guatu.html`.
    pub address: String,
    folder: TempDir,
}

impl SingleFile {
    /// The single file as it is.
    pub fn as_built() -> Self {
        Self::changed(str::to_owned)
    }

    /// The single file where nothing can be written.
    pub fn read_only() -> Self {
        let file = Self::as_built();
        for path in [
            file.folder.path().join("guatu.html"),
            file.folder.path().to_owned(),
        ] {
            let mut rights = fs::metadata(&path).expect("its rights").permissions();
            rights.set_readonly(true);
            fs::set_permissions(&path, rights).expect("fewer rights");
        }
        file
    }

    /// The single file with a witness in it: see `witness.js`.
    pub fn witnessed() -> Self {
        Self::changed(with_witness)
    }

    /// Another page in its place, with the witness in it.
    pub fn of(page: &str) -> Self {
        Self::changed(|_| with_witness(page))
    }

    /// A page beside the witnessed single file and the script for other sites, which shows a view of it.
    pub fn in_a_page(page: &str) -> Self {
        let file = Self::witnessed();
        let beside = |name| file.folder.path().join(name);
        fs::copy(dist().join("embed.js"), beside("embed.js")).expect("the script");
        fs::write(beside("host.html"), page).expect("the page");
        Self {
            address: file.address.replace("guatu.html", "host.html"),
            ..file
        }
    }

    /// A copy of the single file after a change to its text.
    pub fn changed(change: impl FnOnce(&str) -> String) -> Self {
        let page = fs::read_to_string(dist().join("guatu.html")).expect("the single file");
        let folder = TempDir::with_prefix("guatu 挂图 ").expect("a temporary folder");
        let file = folder.path().join("guatu.html");
        fs::write(&file, change(&page)).expect("the single file, placed");
        let path = file.to_string_lossy();
        Self {
            address: format!("file://{}", utf8_percent_encode(&path, PATH)),
            folder,
        }
    }
}

/// A port at which no site has been yet: a browser remembers what came from there.
async fn new_port() -> (TcpListener, u16) {
    static TAKEN: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    loop {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await;
        let listener = listener.expect("a free port");
        let port = listener.local_addr().expect("its address").port();
        if TAKEN.lock().expect("no one panics with it").insert(port) {
            return (listener, port);
        }
    }
}

/// The built folder.
pub fn dist() -> PathBuf {
    let named = env::var_os("GUATU_DIST");
    named
        .expect("GUATU_DIST names the built folder: `cargo xtask test` builds it and says where")
        .into()
}

/// A copy of the built folder, as old as files that a host has had for long: a second is the smallest
/// difference in time that a server tells.
fn copied() -> TempDir {
    let copy = TempDir::with_prefix("guatu-site-").expect("a temporary folder");
    let then = SystemTime::now() - Duration::from_hours(1);
    for entry in fs::read_dir(dist()).expect("the built folder") {
        let entry = entry.expect("a built file");
        let file = copy.path().join(entry.file_name());
        fs::copy(entry.path(), &file).expect("a copy");
        let file = fs::File::options().append(true).open(file);
        let dated = file.and_then(|file| file.set_modified(then));
        dated.expect("an older file");
    }
    copy
}

async fn advised(request: Request, next: Next) -> Response {
    let is_hashed = request.uri().path().contains('-');
    let mut answer = next.run(request).await;
    let caching = if is_hashed {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let headers = answer.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(caching));
    headers.insert(CONNECTION, HeaderValue::from_static("close"));
    answer
}

fn put_witness(folder: &Path) {
    for page in ["index.html", "guatu.html"] {
        let page = folder.join(page);
        let text = fs::read_to_string(&page).expect("a built page");
        fs::write(&page, with_witness(&text)).expect("a page with a witness");
    }
}

fn pages_of(folder: &Path) -> Router {
    Router::new().nest_service(FOLDER, ServeDir::new(folder))
}

/// A page with the witness before all else, where the policy does not reach yet.
fn with_witness(page: &str) -> String {
    const HEAD: &str = "<head>";
    assert!(page.contains(HEAD), "no head");
    let witness = include_str!("witness.js");
    page.replacen(HEAD, &format!("{HEAD}<script>{witness}</script>"), 1)
}
