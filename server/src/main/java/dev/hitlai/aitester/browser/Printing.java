package dev.hitlai.aitester.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Margin;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.WaitUntilState;
import java.time.Duration;

/** Prints pages of our own; scripts and network are off, since they quote what sites said. */
final class Printing {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String FOOTER =
      """
      <div style="width:100%;font-size:8px;padding:0 14mm;text-align:right;color:#4c5662">
      <span class="pageNumber"></span> / <span class="totalPages"></span></div>\
      """;

  private Printing() {}

  static byte[] print(BrowserSlot slot, String html) {
    try (var watch = slot.watch(LIMIT);
        var context =
            slot.browser()
                .newContext(
                    new Browser.NewContextOptions().setJavaScriptEnabled(false).setOffline(true))) {
      var page = context.newPage();
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      page.setContent(
          html, new Page.SetContentOptions().setWaitUntil(WaitUntilState.LOAD).setTimeout(0));
      return page.pdf(
          new Page.PdfOptions()
              .setFormat("A4")
              .setTagged(true)
              .setOutline(true)
              .setPrintBackground(true)
              .setDisplayHeaderFooter(true)
              .setHeaderTemplate("<span></span>")
              .setFooterTemplate(FOOTER)
              .setMargin(
                  new Margin().setTop("14mm").setBottom("16mm").setLeft("12mm").setRight("12mm")));
    }
  }
}
