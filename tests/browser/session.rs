//! The beginning and the end of a flow, in a browser that the flows of an engine share, one after the
//! other: it takes seconds to start.
//!
//! What a flow leaves must not reach the next. What a browser keeps it keeps by origin, and each site is
//! another one, at a port that none had before; the files are one, and what the last of them keeps is
//! cleared. A browser in which a flow failed is not used again.

use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;
use std::pin::pin;
use std::sync::{LazyLock, Mutex};
use std::task::Poll;
use std::thread;
use std::time::Duration;

use fantoccini::ClientBuilder;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::Value;
use tokio::net::TcpStream;
use tokio::runtime::{self, Runtime};
use tokio::sync::Semaphore;
use tokio::time::timeout;

use crate::browser::{Browser, patiently};
use crate::engine::Engine;
use crate::process::Process;

/// How long a flow may take in all: a browser that hangs must not stop the suite.
const LONGEST: Duration = Duration::from_mins(2);

/// How long a picture of the page may take where a flow failed, for a browser that hangs gives none.
const FOR_A_PICTURE: Duration = Duration::from_secs(10);

/// More flows at a time are slower than one after the other.
const AT_A_TIME: u32 = 2;
static ROOM: Semaphore = Semaphore::const_new(AT_A_TIME as usize);

/// The browsers that no flow drives now. They end with the test program: see [`Process`].
static AT_REST: Mutex<Vec<Session>> = Mutex::new(Vec::new());

/// What the connections to the drivers run on, which outlive a flow and its servers.
static CONNECTIONS: LazyLock<Runtime> = LazyLock::new(|| {
    let one = runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build();
    one.expect("a thread")
});

/// A browser with what it runs on.
struct Session {
    engine: Engine,
    browser: Browser,
    _driver: Vec<Process>,
}

/// Runs a flow, which begins at an empty page in a wide window.
pub async fn run(engine: Engine, flow: impl AsyncFnOnce(&Browser)) {
    run_in((1, LONGEST), engine, flow).await;
}

/// The same while no other flow runs: for one that measures, which is long.
pub async fn run_alone(engine: Engine, flow: impl AsyncFnOnce(&Browser)) {
    run_in((AT_A_TIME, 2 * LONGEST), engine, flow).await;
}

async fn run_in(
    (room, longest): (u32, Duration),
    engine: Engine,
    flow: impl AsyncFnOnce(&Browser),
) {
    let _room = ROOM.acquire_many(room).await.expect("never closed");
    let session = match Session::rested(engine) {
        Some(session) => session,
        None => Session::start(engine).await,
    };
    let browser = &session.browser;
    let whole = async {
        flow(browser).await;
        browser.has_no_complaint().await;
        browser.renew().await;
    };
    match timeout(longest, caught(whole)).await {
        Ok(Ok(())) => session.rest(),
        Ok(Err(panic)) => {
            keep_picture(browser).await;
            resume_unwind(panic)
        }
        Err(late) => {
            keep_picture(browser).await;
            panic!("the flow did not end within {longest:?}: {late}")
        }
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
    /// A browser that is there already.
    fn rested(engine: Engine) -> Option<Self> {
        let mut at_rest = AT_REST.lock().expect("no one panics with it");
        let found = at_rest.iter().position(|session| session.engine == engine);
        found.map(|index| at_rest.swap_remove(index))
    }

    async fn start(engine: Engine) -> Self {
        let port = free_port();
        let driver = engine.driver(port);
        patiently("the driver answers", async || {
            let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await;
            stream.map(drop).map_err(|_| driver[0].said())
        })
        .await;
        let Value::Object(wanted) = engine.capabilities(driver[0].folder()) else {
            unreachable!("capabilities are an object");
        };
        let connected = CONNECTIONS.spawn(async move {
            ClientBuilder::new(HttpConnector::new())
                .capabilities(wanted)
                .connect(&format!("http://127.0.0.1:{port}"))
                .await
        });
        let client = connected.await.expect("a connection");
        let client = client.unwrap_or_else(|error| {
            panic!("{engine:?} did not start: {error}\n{}", driver[0].said())
        });
        let session = Self {
            engine,
            browser: Browser::new(client),
            _driver: driver,
        };
        session.browser.renew().await;
        session
    }

    /// Leaves the browser to the flows that come.
    fn rest(self) {
        AT_REST.lock().expect("no one panics with it").push(self);
    }
}

/// A port that nothing listens at.
fn free_port() -> u16 {
    let probe = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    probe.local_addr().expect("its number").port()
}

/// Leaves a picture of what the page looked like when a flow failed.
async fn keep_picture(browser: &Browser) {
    let name = thread::current()
        .name()
        .unwrap_or("flow")
        .replace("::", "-");
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name + ".png");
    match timeout(FOR_A_PICTURE, browser.picture()).await {
        Ok(Ok(picture)) => {
            fs::write(&file, picture).expect("a place for the picture");
            eprintln!("the page as it stood: {}", file.display());
        }
        Ok(Err(error)) => eprintln!("no picture of the page: {error}"),
        Err(late) => eprintln!("no picture of the page: {late}"),
    }
}
