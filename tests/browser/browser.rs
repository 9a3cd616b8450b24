//! A browser with a page in it, as a flow drives it. Nothing here waits for a fixed time: every
//! step waits for what it needs, up to [`PATIENCE`], and says what it waited for in vain.

use std::env;
use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;
use std::pin::pin;
use std::task::Poll;
use std::thread;
use std::time::Duration;

use fantoccini::elements::Element;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde::de::DeserializeOwned;
use serde_json::Value;
use tempfile::TempDir;
use tokio::sync::Semaphore;
use tokio::time::{Instant, sleep, timeout};

use crate::engine::Engine;
use crate::process::Process;
use crate::screen::Screen;

/// How long a condition may take to come true.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long a flow may take in all: a browser that hangs must not stop the suite.
const LONGEST: Duration = Duration::from_secs(120);

/// Between two looks at a condition.
const TICK: Duration = Duration::from_millis(25);

/// More browsers at a time are slower than one after the other.
static ROOM: Semaphore = Semaphore::const_new(2);

/// A session of a browser.
pub struct Browser {
    client: Client,
    _driver: Vec<Process>,
    /// Profile, logs and temporary files; removed after the driver has gone.
    _folder: TempDir,
}

/// Runs a flow in a browser of its own, which is closed however the flow ends.
pub async fn run(engine: Engine, flow: impl AsyncFnOnce(&Browser)) {
    let _room = ROOM.acquire().await.expect("never closed");
    let t0 = Instant::now(); //TIMING
    let browser = Browser::start(engine).await;
    let t1 = Instant::now(); //TIMING
    let whole = async {
        browser.resize(1440, 900).await;
        flow(&browser).await;
        browser.has_no_complaint().await;
    };
    let outcome = timeout(LONGEST, caught(whole)).await;
    if !matches!(outcome, Ok(Ok(()))) {
        browser.keep_picture().await;
    }
    let t2 = Instant::now(); //TIMING
    browser.close().await;
    { use std::io::Write; let _ = writeln!(std::fs::OpenOptions::new().create(true).append(true).open("/tmp/bt/timing").unwrap(), "{:?} start {:.1} flow {:.1} close {:.1} {}", engine, (t1-t0).as_secs_f64(), (t2-t1).as_secs_f64(), t2.elapsed().as_secs_f64(), thread::current().name().unwrap_or("?")); } //TIMING
    match outcome {
        Ok(Ok(())) => {}
        Ok(Err(panic)) => resume_unwind(panic),
        Err(_) => panic!("the flow did not end within {LONGEST:?}"),
    }
}

/// A future that ends with its panic as a value.
async fn caught(future: impl Future<Output = ()>) -> thread::Result<()> {
    let mut future = pin!(future);
    std::future::poll_fn(|context| {
        match catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(context))) {
            Ok(Poll::Pending) => Poll::Pending,
            Ok(Poll::Ready(())) => Poll::Ready(Ok(())),
            Err(panic) => Poll::Ready(Err(panic)),
        }
    })
    .await
}

/// Looks until there is something to see.
async fn patiently<T>(awaited: &str, look: impl AsyncFn() -> Result<T, String>) -> T {
    let deadline = Instant::now() + PATIENCE;
    loop {
        match look().await {
            Ok(found) => return found,
            Err(instead) => assert!(
                Instant::now() < deadline,
                "after {PATIENCE:?} still not so: {awaited}; instead: {instead}"
            ),
        }
        sleep(TICK).await;
    }
}

impl Browser {
    async fn start(engine: Engine) -> Self {
        let folder = TempDir::with_prefix("guatu-").expect("a temporary folder");
        let port = free_port();
        let driver = engine.driver(port, folder.path());
        patiently("the driver answers", async || {
            let stream = tokio::net::TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await;
            stream.map(drop).map_err(|_| log_of(folder.path()))
        })
        .await;
        let Value::Object(wanted) = engine.capabilities(folder.path()) else {
            unreachable!("capabilities are an object");
        };
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(wanted)
            .connect(&format!("http://127.0.0.1:{port}"))
            .await;
        let client = client.unwrap_or_else(|error| {
            panic!(
                "{engine:?} did not start: {error}\n{}",
                log_of(folder.path())
            )
        });
        Self {
            client,
            _driver: driver,
            _folder: folder,
        }
    }

    /// Loads an address anew and waits for the first view.
    pub async fn open(&self, address: &str) {
        self.has_no_complaint().await;
        // From one fragment of a page to another nothing would be loaded.
        self.visit("about:blank").await;
        self.visit(address).await;
        self.is_ready().await;
    }

    /// Loads an address that is not one of our pages.
    pub async fn visit(&self, address: &str) {
        let visited = self.client.goto(address).await;
        visited.unwrap_or_else(|error| panic!("{address} did not open: {error}"));
    }

    /// Waits for the first view of the page.
    pub async fn is_ready(&self) {
        patiently("data-state is ready", async || {
            let state: String = self
                .ask("return document.documentElement.dataset.state ?? ''", &[])
                .await?;
            if state == "ready" { Ok(()) } else { Err(state) }
        })
        .await;
    }

    /// Goes to another fragment of the page, as a change of the address bar does.
    pub async fn go(&self, link: &str) {
        let script = "location.hash = arguments[0]";
        self.eval::<()>(script, &[link.into()]).await;
    }

    pub async fn reload(&self) {
        self.has_no_complaint().await;
        self.client.refresh().await.expect("a reload");
        self.is_ready().await;
    }

    pub async fn back(&self) {
        self.client.back().await.expect("a step back");
    }

    pub async fn forward(&self) {
        self.client.forward().await.expect("a step forward");
    }

    /// Makes the window this large, or as small as the engine lets it be.
    pub async fn resize(&self, width: u32, height: u32) {
        let done = self.client.set_window_size(width, height).await;
        done.expect("another size of the window");
    }

    /// What a script returns in the page.
    pub async fn eval<T: DeserializeOwned>(&self, script: &str, arguments: &[Value]) -> T {
        let result = self.ask(script, arguments).await;
        result.unwrap_or_else(|error| panic!("{error}\nin {script}"))
    }

    async fn ask<T: DeserializeOwned>(&self, script: &str, args: &[Value]) -> Result<T, String> {
        let result = self.client.execute(script, args.to_vec()).await;
        let value = result.map_err(|error| error.to_string())?;
        serde_json::from_value(value).map_err(|error| error.to_string())
    }

    /// What a script gives to its last argument, a function, in its own time.
    pub async fn eval_async<T: DeserializeOwned>(&self, script: &str) -> T {
        let result = self.client.execute_async(script, Vec::new()).await;
        let value = result.unwrap_or_else(|error| panic!("{error}\nin {script}"));
        serde_json::from_value(value).expect("what the script was to give")
    }

    /// Waits until an expression of the page is true.
    pub async fn until(&self, awaited: &str, expression: &str) {
        let script = format!("return Boolean({expression})");
        patiently(awaited, async || match self.ask(&script, &[]).await? {
            true => Ok(()),
            false => Err(format!("not {expression}")),
        })
        .await;
    }

    /// Waits until the screen is this one.
    pub async fn shows(&self, expected: &Screen) {
        patiently(&format!("the screen of {}", expected.link), async || {
            let shown: Screen = self.ask(Screen::SCRIPT, &[]).await?;
            let differences = expected.differences(&shown);
            if differences.is_empty() {
                Ok(())
            } else {
                Err(differences.join("\n"))
            }
        })
        .await;
    }

    /// The element of a selector, once it is there.
    pub async fn element(&self, selector: &str) -> Element {
        self.find(Locator::Css(selector)).await
    }

    async fn find(&self, search: Locator<'_>) -> Element {
        let found = self.client.wait().at_most(PATIENCE).for_element(search);
        let found = found.await;
        found.unwrap_or_else(|error| panic!("no {search:?}: {error}"))
    }

    /// Presses an element as a reader does: where another one covers it, this fails.
    pub async fn click(&self, selector: &str) {
        let pressed = self.element(selector).await.click().await;
        pressed.unwrap_or_else(|error| panic!("{selector} cannot be pressed: {error}"));
    }

    /// Presses the button with these words.
    pub async fn click_words(&self, words: &str) {
        let search = format!("//button[normalize-space()='{words}']");
        let pressed = self.find(Locator::XPath(&search)).await.click().await;
        pressed.unwrap_or_else(|error| panic!("{words} cannot be pressed: {error}"));
    }

    /// Types into an element.
    pub async fn keys(&self, selector: &str, keys: &str) {
        let typed = self.element(selector).await.send_keys(keys).await;
        typed.unwrap_or_else(|error| panic!("{selector} takes no keys: {error}"));
    }

    /// The session itself, for what only one flow needs.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// What the page's witness has heard: see `witness.js`.
    pub async fn complaints(&self) -> Vec<String> {
        let script = "return JSON.parse(document.documentElement.dataset.witness ?? '[]')";
        self.eval(script, &[]).await
    }

    async fn has_no_complaint(&self) {
        assert_eq!(self.complaints().await, Vec::<String>::new());
    }

    /// Leaves a picture of what the page looked like when a flow failed.
    async fn keep_picture(&self) {
        let name = thread::current()
            .name()
            .unwrap_or("flow")
            .replace("::", "-");
        let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name + ".png");
        match self.client.screenshot().await {
            Ok(picture) => {
                fs::write(&file, picture).expect("a place for the picture");
                eprintln!("the page as it stood: {}", file.display());
            }
            Err(error) => eprintln!("no picture of the page: {error}"),
        }
    }

    async fn close(self) {
        // A browser that does not close is ended with its driver.
        let _ = self.client.close().await;
    }
}

/// A port that nothing listens at.
fn free_port() -> u16 {
    let probe = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    probe.local_addr().expect("its number").port()
}

/// The end of what the driver said.
fn log_of(folder: &Path) -> String {
    let log = fs::read_to_string(folder.join("driver.log")).unwrap_or_default();
    let lines: Vec<&str> = log.lines().collect();
    lines[lines.len().saturating_sub(20)..].join("\n")
}
