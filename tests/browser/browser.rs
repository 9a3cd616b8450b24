//! A browser with a page in it, as a flow drives it. Nothing here waits for a fixed time: a step
//! waits for what it needs, up to [`PATIENCE`], and says what it waited for in vain.

use std::collections::BTreeMap;
use std::time::Duration;

use axum::http::Method;
use fantoccini::actions::{
    InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
};
use fantoccini::elements::{Element, ElementRef};
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::wd::{WebDriverCompatibleCommand, WindowHandle};
use fantoccini::{Client, Locator};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tokio::time::{Instant, sleep};
use url::{ParseError, Url};

use crate::screen::Screen;

/// How long a condition may take to come true.
const PATIENCE: Duration = Duration::from_secs(40);

/// Between two looks at a condition.
const TICK: Duration = Duration::from_millis(25);

/// A command of Chromium's developer tools, by its driver's own extension of WebDriver.
#[derive(Debug)]
struct DevTools {
    command: String,
    parameters: Value,
}

impl WebDriverCompatibleCommand for DevTools {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!(
            "session/{}/goog/cdp/execute",
            session.unwrap_or_default()
        ))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        let body = json!({ "cmd": self.command, "params": self.parameters });
        (Method::POST, Some(body.to_string()))
    }
}

/// A browser.
pub struct Browser {
    client: Client,
}

/// Looks until there is what is looked for; a look without success says what it saw instead.
pub async fn patiently<T>(awaited: &str, look: impl AsyncFn() -> Result<T, String>) -> T {
    let deadline = Instant::now() + PATIENCE;
    loop {
        match look().await {
            Ok(found) => return found,
            Err(instead) => assert!(
                Instant::now() < deadline,
                "{awaited}: not so after {PATIENCE:?}, but:\n{instead}"
            ),
        }
        sleep(TICK).await;
    }
}

/// Where the reader goes.
impl Browser {
    pub fn new(client: Client) -> Self {
        Self { client }
    }

    /// Loads one of our pages anew and waits for its first view.
    pub async fn open(&self, address: &str) {
        self.has_no_complaint().await;
        // From one fragment of a page to another nothing would be loaded.
        self.visit("about:blank").await;
        self.visit(address).await;
        self.is_ready().await;
    }

    /// Loads any page.
    pub async fn visit(&self, address: &str) {
        let visited = self.client.goto(address).await;
        visited.unwrap_or_else(|error| panic!("{address} did not open: {error}"));
    }

    /// Waits for the first view of the page.
    pub async fn is_ready(&self) {
        let script = "return document.documentElement.dataset.state ?? 'no page of ours'";
        patiently("data-state is ready", async || {
            match self.ask::<String>(script, &[]).await? {
                state if state == "ready" => Ok(()),
                other => Err(other),
            }
        })
        .await;
    }

    /// Goes to another fragment of the page, as a change in the address bar does.
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

    /// Goes into a frame of the page.
    pub async fn enter(&self, frame: &str) {
        let frame = self.element(frame).await;
        frame.enter_frame().await.expect("a frame");
    }

    /// Goes into the frame of the element `<guatu-view>` of this number.
    pub async fn enter_view(&self, number: usize) {
        const FRAME: &str = "return document.querySelectorAll('guatu-view')[arguments[0]]
            .shadowRoot.querySelector('iframe')";
        let found: BTreeMap<String, String> = self.eval(FRAME, &[number.into()]).await;
        let id = found.into_values().next().expect("the id of an element");
        let frame = Element::from_element_id(self.client.clone(), ElementRef::from(id));
        frame.enter_frame().await.expect("a frame");
    }

    /// Goes back to the page around the frame.
    pub async fn leave(&self) {
        let left = self.client.enter_parent_frame().await;
        left.expect("a page around the frame");
    }

    /// Makes the window this large, or as small as the engine lets it be.
    pub async fn resize(&self, width: u32, height: u32) {
        let resized = self.client.set_window_size(width, height).await;
        resized.expect("another size of the window");
    }

    /// Clears what the page keeps, which all files have in common, and leaves it for an empty one in a wide
    /// window. Other windows are closed, and the pointer is taken away.
    pub async fn renew(&self) {
        const CLEAR: &str = "try { localStorage.clear() } catch { /* It can keep nothing. */ }";
        let windows = self.client.windows().await.expect("the windows");
        let (first, more) = windows.split_first().expect("a window");
        for window in more {
            self.switch(window.clone()).await;
            self.client.close_window().await.expect("a window closed");
        }
        self.switch(first.clone()).await;
        self.eval::<()>(CLEAR, &[]).await;
        self.visit("about:blank").await;
        self.resize(1440, 900).await;
        // A driver answers before the window has its size, and a page would be laid out twice.
        self.until("a wide window", "innerWidth > 1300").await;
        self.point(0.0, 0.0).await;
    }

    async fn switch(&self, window: WindowHandle) {
        let switched = self.client.switch_to_window(window).await;
        switched.expect("another window");
    }
}

/// What the reader does.
impl Browser {
    /// The element of a selector, once it is there.
    pub async fn element(&self, selector: &str) -> Element {
        self.find(Locator::Css(selector)).await
    }

    async fn find(&self, search: Locator<'_>) -> Element {
        let found = self.client.wait().at_most(PATIENCE).for_element(search);
        let found = found.await;
        found.unwrap_or_else(|error| panic!("no {search:?}: {error}"))
    }

    /// Presses an element: where another one covers it, this fails.
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
    pub async fn write(&self, selector: &str, text: &str) {
        let written = self.element(selector).await.send_keys(text).await;
        written.unwrap_or_else(|error| panic!("{selector} takes no keys: {error}"));
    }

    /// Presses a key where the focus is.
    pub async fn press(&self, key: Key) {
        let focus = self.client.active_element().await.expect("a focus");
        let key = char::from(key).to_string();
        focus.send_keys(&key).await.expect("a key");
    }

    /// Presses a key as the keyboard would: what has the focus is not brought into sight.
    pub async fn strike(&self, key: Key) {
        let value = char::from(key);
        let keys = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value });
        let struck = self.client.perform_actions(keys).await;
        struck.expect("a keyboard");
    }

    /// Moves the pointer to a place of the window.
    pub async fn point(&self, x: f64, y: f64) {
        let there = PointerAction::MoveTo {
            duration: None,
            x,
            y,
        };
        let mouse = MouseActions::new("mouse".to_owned()).then(there);
        let moved = self.client.perform_actions(mouse).await;
        moved.expect("a pointer");
    }

    /// Presses and releases the pointer where it is.
    pub async fn press_pointer(&self) {
        let mouse = MouseActions::new("mouse".to_owned())
            .then(PointerAction::Down {
                button: MOUSE_BUTTON_LEFT,
            })
            .then(PointerAction::Up {
                button: MOUSE_BUTTON_LEFT,
            });
        let pressed = self.client.perform_actions(mouse).await;
        pressed.expect("a pointer");
    }
}

/// What the reader sees.
impl Browser {
    /// Waits until the screen is this one.
    pub async fn shows(&self, expected: &Screen) {
        patiently(&format!("the screen of {}", expected.link), async || {
            let shown = self.ask(Screen::SCRIPT, &[]).await?;
            match expected.differences(&shown) {
                none if none.is_empty() => Ok(()),
                differences => Err(differences.join("\n")),
            }
        })
        .await;
    }

    /// Waits until an expression of the page is true.
    pub async fn until(&self, awaited: &str, expression: &str) {
        let script = format!("return Boolean({expression})");
        patiently(awaited, async || {
            let is_true: bool = self.ask(&script, &[]).await?;
            is_true
                .then_some(())
                .ok_or_else(|| format!("false: {expression}"))
        })
        .await;
    }

    /// What a script returns.
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

    /// What Chromium answers to a command of its developer tools.
    pub async fn devtools<T: DeserializeOwned>(&self, command: &str, parameters: Value) -> T {
        let asked = DevTools {
            command: command.to_owned(),
            parameters,
        };
        let answer = self.client.issue_cmd(asked).await;
        let answer = answer.unwrap_or_else(|error| panic!("{command}: {error}"));
        serde_json::from_value(answer).expect("what the command answers")
    }

    /// What the page's witness has heard: see `witness.js`.
    pub async fn complaints(&self) -> Vec<String> {
        let script = "return JSON.parse(document.documentElement.dataset.witness ?? '[]')";
        self.eval(script, &[]).await
    }

    /// The policy stopped nothing, no error and no warning reached the console.
    pub async fn has_no_complaint(&self) {
        assert_eq!(self.complaints().await, Vec::<String>::new());
    }

    /// A picture of the page, as PNG.
    pub async fn picture(&self) -> Result<Vec<u8>, CmdError> {
        self.client.screenshot().await
    }
}
