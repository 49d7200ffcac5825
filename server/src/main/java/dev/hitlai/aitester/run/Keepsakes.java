package dev.hitlai.aitester.run;

import com.microsoft.playwright.PlaywrightException;
import dev.hitlai.aitester.EvidenceStore;
import dev.hitlai.aitester.browser.BrowserSession;
import dev.hitlai.aitester.gate.KeptPage;
import dev.hitlai.aitester.page.PageView;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The page states of a run as they stood, for whoever has to check later what was claimed of them.
 * Each is kept once for each width, whoever comes along.
 */
final class Keepsakes {
  private static final String MEDIA_TYPE = "application/gzip";

  /** States of one run at most; claims about others are left to people. */
  private static final int MOST = 200;

  private final EvidenceStore store;
  private final Map<String, Boolean> begun = new ConcurrentHashMap<>();
  private final Map<String, KeptPage> pages = new ConcurrentSkipListMap<>();

  Keepsakes(EvidenceStore store) {
    this.store = store;
  }

  private record Markup(String html, boolean truncated) {}

  /** Keeps what the session's page shows, unless the same was kept before. */
  void keep(BrowserSession session, PageView view) {
    var key = view.fingerprint() + "-" + view.viewport().width();
    if (begun.size() >= MOST || begun.putIfAbsent(key, true) != null) {
      return;
    }
    var markup = markup(session);
    if (!markup.html().isEmpty()) {
      store.save("dom-" + key + ".html.gz", MEDIA_TYPE, zipped(markup.html()));
    }
    pages.put(key, KeptPage.of(view, markup.html(), !markup.truncated()));
  }

  /** A page that can't be kept leaves claims about it to people. */
  private static Markup markup(BrowserSession session) {
    try {
      var answer = session.ask("keep");
      return answer == null
          ? new Markup("", true)
          : JsonMapper.shared().readValue(answer, Markup.class);
    } catch (PlaywrightException e) {
      return new Markup("", true);
    }
  }

  private static byte[] zipped(String text) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** In an order that is the same each time. */
  List<KeptPage> pages() {
    return List.copyOf(pages.values());
  }
}
