//! What the page says before its program has started: `front` puts it into pieces of HTML.

use super::message::messages;

messages! {
    /// A message of the page's front; the program itself has none of them.
    Front {
        Sentence: "区级规划挂成一张图：每项目标、每个结果、由谁负责、载于哪份文件，都有据可查。", "A district’s plan on one wall chart: every target, every outcome, who answers for it and where it was printed.";
        Back: "再次打开本页：", "Open this page again:";
    }
}
