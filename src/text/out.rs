//! Fixed messages of what leaves the page: sharing, embedding, citing, exporting.

use super::message::messages;

messages! {
    /// A fixed message of sharing, embedding, citing or exporting.
    Out {
        Share: "分享", "Share";
        Cite: "引用", "Cite";
        Embed: "嵌入", "Embed";
        Export: "导出", "Export";
        Link: "链接", "Link";
        LinkOfView: "本页链接", "Link to this view";
        CodeOfLink: "扫码打开本页", "Scan to open this view";
        LinkInWords: "转发用的文字", "In words, for a message";
        LinkFromFile: "本页是从文件打开的。别人要打开此链接，须有同一份 guatu.html，在其地址末尾接上 # 以后的部分；如有网站提供本页，请填写网址，链接即以它开头。", "This page was opened from a file. To open the link, others need the same guatu.html, with what begins at # put at the end of its address. If a site has this page, put its address here, and the link begins with it.";
        SiteAddress: "网站地址", "Address of the site";
        SiteWrong: "请填写以 http:// 或 https:// 开头的网址", "An address begins with http:// or https://";
        LongLink: "此链接超过2000个字符，有的邮件和聊天程序会截断；减少所选项目可以缩短。", "This link is longer than 2,000 characters, and some programs cut it: choose less to make it shorter.";
        CiteStandard: "GB/T 7714—2015 格式", "By GB/T 7714—2015";
        CitePlain: "文字说明", "In plain words";
        EmbedCode: "粘贴到网页的代码", "Lines for a page of your own";
        Copy: "复制", "Copy";
        Close: "关闭", "Close";
    }
}
