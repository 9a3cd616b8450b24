//! The beginning and the end of a flow: a driver and a browser of its own, closed in any case.

use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;
use std::pin::pin;
use std::task::Poll;
use std::thread;
use std::time::Duration;

use fantoccini::ClientBuilder;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::Value;
use tempfile::TempDir;
use tokio::net::TcpStream;
use tokio::sync::Semaphore;
use tokio::time::timeout;

use crate::browser::{Browser, patiently};
use crate::engine::Engine;
use crate::process::Process;

/// How long a flow may take in all: a browser that hangs must not stop the suite.
const LONGEST: Duration = Duration::from_mins(2);

/// More browsers at a time are slower than one after the other.
static ROOM: Semaphore = Semaphore::const_new(2);

/// A browser with what it runs on.
struct Session {
    browser: Browser,
    _driver: Vec<Process>,
    /// Profile, logs and temporary files; removed once the driver has gone.
    _folder: TempDir,
}

/// Runs a flow in a browser of its own, on a wide page.
pub async fn run(engine: Engine, flow: impl AsyncFnOnce(&Browser)) {
    let _room = ROOM.acquire().await.expect("never closed");
    let session = Session::start(engine).await;
    let browser = &session.browser;
    let whole = async {
        browser.resize(1440, 900).await;
        flow(browser).await;
        browser.has_no_complaint().await;
    };
    let outcome = timeout(LONGEST, caught(whole)).await;
    if !matches!(outcome, Ok(Ok(()))) {
        keep_picture(browser).await;
    }
    browser.close().await;
    match outcome {
        Ok(Ok(())) => {}
        Ok(Err(panic)) => resume_unwind(panic),
        Err(late) => panic!("the flow did not end within {LONGEST:?}: {late}"),
    }
}

/// A future that ends with its panic as a value.
async fn caught(future: impl Future<Output = ()>) -> thread::Result<()> {
    let mut future = pin!(future);
    std::future::poll_fn(|context| {
        let polled = catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(context)));
        match polled {
            Ok(polled) => polled.map(Ok),
            Err(panic) => Poll::Ready(Err(panic)),
        }
    })
    .await
}

impl Session {
    async fn start(engine: Engine) -> Self {
        let folder = TempDir::with_prefix("guatu-").expect("a temporary folder");
        let port = free_port();
        let driver = engine.driver(port, folder.path());
        patiently("the driver answers", async || {
            let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await;
            stream.map(drop).map_err(|_| said(folder.path()))
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
            panic!("{engine:?} did not start: {error}\n{}", said(folder.path()))
        });
        Self {
            browser: Browser::new(client),
            _driver: driver,
            _folder: folder,
        }
    }
}

/// A port that nothing listens at.
fn free_port() -> u16 {
    let probe = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    probe.local_addr().expect("its number").port()
}

/// The end of what the driver said.
fn said(folder: &Path) -> String {
    let log = fs::read_to_string(folder.join("driver.log")).unwrap_or_default();
    let lines: Vec<&str> = log.lines().collect();
    lines[lines.len().saturating_sub(20)..].join("\n")
}

/// Leaves a picture of what the page looked like when a flow failed.
async fn keep_picture(browser: &Browser) {
    let name = thread::current()
        .name()
        .unwrap_or("flow")
        .replace("::", "-");
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name + ".png");
    match browser.picture().await {
        Ok(picture) => {
            fs::write(&file, picture).expect("a place for the picture");
            eprintln!("the page as it stood: {}", file.display());
        }
        Err(error) => eprintln!("no picture of the page: {error}"),
    }
}
