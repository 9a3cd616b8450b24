//! Chromium without a window, and a page in it.

use std::env;
use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, anyhow, bail};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::process::Process;

/// The longest that one call of a page may take, in milliseconds.
const LONGEST: u32 = 300_000;

/// A browser with a new profile, until it is dropped.
pub struct Chromium {
    client: Client,
    _driver: Process,
}

impl Chromium {
    /// Starts a browser.
    ///
    /// # Errors
    /// It or its driver does not start.
    pub async fn start() -> Result<Self> {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
            .local_addr()?
            .port();
        let mut driver = Command::new("chromedriver");
        let driver = Process::start(driver.arg(format!("--port={port}")), false);
        let address = format!("http://127.0.0.1:{port}");
        let Value::Object(wanted) = wanted(&driver)? else {
            bail!("capabilities are an object");
        };
        // The driver answers a moment after it was started.
        for _ in 0..100 {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            if let Ok(client) = builder.capabilities(wanted.clone()).connect(&address).await {
                return Ok(Self {
                    client,
                    _driver: driver,
                });
            }
            sleep(Duration::from_millis(100)).await;
        }
        bail!("Chromium did not start:\n{}", driver.said())
    }

    /// Opens a page anew.
    ///
    /// # Errors
    /// It does not open.
    pub async fn open(&self, address: &str) -> Result<()> {
        // Whatever the page before held is gone first.
        for address in ["about:blank", address] {
            let opened = self.client.goto(address).await;
            opened.with_context(|| format!("{address} does not open"))?;
        }
        Ok(())
    }

    /// What an asynchronous expression of a page comes to; `args` are its `arguments`.
    ///
    /// # Errors
    /// The expression failed in the page, or gives something else.
    pub async fn ask<T: DeserializeOwned>(&self, expression: &str, args: Vec<Value>) -> Result<T> {
        let script = format!(
            "const all = [...arguments]; const done = all.pop();
             (async (...args) => ({expression}))(...all).then(
                 (value) => done({{ value: value ?? null }}),
                 (error) => done({{ error: String(error?.stack ?? error) }}))"
        );
        let answer = self.client.execute_async(&script, args).await;
        let answer = answer.with_context(|| expression.to_owned())?;
        if let Some(error) = answer.get("error") {
            return Err(anyhow!("{error}").context(expression.to_owned()));
        }
        let value = answer.get("value").cloned().unwrap_or_default();
        serde_json::from_value(value).with_context(|| expression.to_owned())
    }
}

fn wanted(driver: &Process) -> Result<Value> {
    let profile = driver.folder().join("profile");
    Ok(json!({
        "browserName": "chrome",
        "timeouts": { "script": LONGEST, "pageLoad": LONGEST },
        "goog:chromeOptions": {
            "binary": on_path("chromium")?,
            "args": [
                "--headless=new",
                // Chromium refuses to run as root in its sandbox, and CI is often root.
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--window-size=1440,900",
                // Memory is told at once, and not at some time.
                "--enable-blink-features=ForceEagerMeasureMemory",
                format!("--user-data-dir={}", profile.display()),
            ],
        },
    }))
}

/// The full path of a program: the driver does not look for it under the name that Debian gives it.
fn on_path(name: &str) -> Result<PathBuf> {
    let path = env::var_os("PATH").context("a search path")?;
    let mut all = env::split_paths(&path).map(|folder| folder.join(name));
    let found = all.find(|file| file.is_file());
    found.with_context(|| format!("{name} is missing: `cargo xtask setup` installs it"))
}
