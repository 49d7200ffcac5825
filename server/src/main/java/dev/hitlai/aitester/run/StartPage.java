package dev.hitlai.aitester.run;

import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import dev.hitlai.aitester.SiteUntestable;
import dev.hitlai.aitester.SiteUntestable.Reason;
import dev.hitlai.aitester.browser.BrowserSession;
import dev.hitlai.aitester.browser.PageFailure;
import dev.hitlai.aitester.page.PageView;
import dev.hitlai.aitester.perception.Perception;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The first look at a site: either its start page is there, or one sentence says why not. */
public final class StartPage {

  /** Looks at a page that seems blank, 250 ms apart. */
  private static final int PATIENCE = 6;

  private StartPage() {}

  /**
   * Opens the address that the session's settings name and perceives the page.
   *
   * @param notes takes a sentence when the page can be tested only as it is
   * @throws SiteUntestable when there is no page to test
   */
  public static PageView open(BrowserSession session, Consumer<String> notes) {
    var address = session.settings().start().toString();
    try {
      judge(session.open(address), address);
      if (!session.settle()) {
        notes.accept("The start page was still loading when it was first looked at.");
      }
      var view = look(session, address);
      if (session.isTruncated()) {
        notes.accept(address + " breaks off while it is sent; what had come was tested.");
      }
      session.keepIncidents();
      return view;
    } catch (PageFailure e) {
      throw failure(address, e);
    } catch (PlaywrightException e) {
      throw session
          .refusedAddress()
          .map(elsewhere -> leadsAway(address, elsewhere))
          .orElseGet(() -> failure(address, PageFailure.reason(e)));
    }
  }

  private static SiteUntestable leadsAway(String address, String elsewhere) {
    return untestable(
        Reason.UNREACHABLE,
        address
            + " leads to "
            + elsewhere
            + ", a host that this test may not visit; allow it with --allow.");
  }

  private static PageView look(BrowserSession session, String address) {
    var reached = session.page().url();
    if (!session.settings().hosts().allows(reached)) {
      throw leadsAway(address, reached);
    }
    session.hold();
    var view = Perception.of(session);
    for (int i = 0; i < PATIENCE && isBlank(view); i++) {
      session.release();
      session.pause(Duration.ofMillis(250)); // Some applications draw their page late.
      session.hold();
      view = Perception.of(session);
    }
    if (view.url().equals("about:blank")) {
      throw untestable(Reason.NOT_A_PAGE, address + " closes itself as soon as it is opened.");
    }
    if (isGarbage(words(view))) {
      throw untestable(
          Reason.NOT_A_PAGE, address + " is sent as a page but can't be read as text.");
    }
    if (isBlank(view) && session.isTruncated()) {
      throw untestable(Reason.UNREACHABLE, address + " breaks off while it is sent.");
    }
    if (isBlank(view)) {
      throw untestable(
          Reason.NOT_A_PAGE, address + " shows nothing: no words, no pictures, no controls.");
    }
    return view;
  }

  private static boolean isBlank(PageView view) {
    return view.elements().isEmpty()
        && view.texts().isEmpty()
        && view.images().isEmpty()
        && view.notTested().isEmpty();
  }

  /**
   * Bytes of something else that are called HTML show as signs that no text has. Control characters
   * hardly ever get into text by accident; the sign for "no such character" also stands for each
   * accented letter of a page whose encoding is declared wrongly, which can still be read.
   */
  static boolean isGarbage(String words) {
    long controls = words.chars().filter(StartPage::isControl).count();
    long unknown = words.chars().filter(sign -> sign == 0xFFFD).count();
    return controls + unknown > 20
        && (controls * 20 > words.length() || unknown * 5 > words.length());
  }

  private static boolean isControl(int sign) {
    return Character.isISOControl(sign) && !Character.isWhitespace(sign);
  }

  private static String words(PageView view) {
    return view.texts().stream().map(PageView.TextBlock::text).collect(Collectors.joining());
  }

  private static SiteUntestable failure(String address, PageFailure e) {
    return switch (e.kind()) {
      case HUNG ->
          untestable(Reason.TIMEOUT, address + " did not become usable in time: the page hangs.");
      case CRASHED, BROWSER_GONE ->
          untestable(Reason.UNREACHABLE, address + " crashed the browser while it was opened.");
    };
  }

  private static void judge(@Nullable Response response, String address) {
    if (response == null) {
      return; // Same document, or about:blank.
    }
    int status = response.status();
    if (status == 401 || status == 407) {
      throw untestable(
          Reason.AUTHENTICATION,
          address
              + " asks for a user name and password (HTTP "
              + status
              + "); give them with --auth.");
    }
    if (status >= 400) {
      throw untestable(Reason.HTTP_ERROR, address + " answered with HTTP " + status + ".");
    }
    if (status == 204 || status == 205) {
      throw untestable(
          Reason.NOT_A_PAGE, address + " answered with HTTP " + status + ", without a page.");
    }
    var type =
        response.headers().getOrDefault("content-type", "text/html").toLowerCase(Locale.ROOT);
    if (!isPage(type)) {
      throw untestable(
          Reason.NOT_A_PAGE, address + " is not a page but " + type.split(";")[0].strip() + ".");
    }
  }

  private static boolean isPage(String type) {
    return type.isBlank()
        || type.startsWith("text/html")
        || type.startsWith("text/plain") // Browsers show it, so people meet it.
        || type.startsWith("application/xhtml+xml");
  }

  private static SiteUntestable failure(String address, String message) {
    if (message.contains("ERR_TOO_MANY_REDIRECTS")) {
      return untestable(Reason.REDIRECT_LOOP, address + " redirects in a loop.");
    }
    if (message.contains("interrupted by another navigation")) {
      return untestable(
          Reason.NOT_A_PAGE, address + " goes to another address before it can be looked at.");
    }
    if (message.contains("Download is starting")) {
      return untestable(Reason.NOT_A_PAGE, address + " is a download, not a page.");
    }
    if (message.contains("ERR_INVALID_AUTH_CREDENTIALS")) {
      return untestable(
          Reason.AUTHENTICATION,
          address + " asks for a user name and password; give them with --auth.");
    }
    if (message.contains("Timeout") || message.contains("TIMED_OUT")) {
      return untestable(Reason.TIMEOUT, address + " did not answer in time.");
    }
    if (message.contains("ERR_NAME_NOT_RESOLVED")) {
      return untestable(
          Reason.UNREACHABLE, "The host of " + address + " is not known (no DNS entry).");
    }
    if (message.contains("ERR_CONNECTION_REFUSED")) {
      return untestable(
          Reason.UNREACHABLE, "Nothing listens at " + address + ": the connection was refused.");
    }
    if (message.contains("ERR_CERT") || message.contains("ERR_SSL")) {
      return untestable(
          Reason.UNREACHABLE,
          "No trusted TLS connection to " + address + " is possible (" + code(message) + ").");
    }
    if (message.contains("Cannot navigate to invalid URL")
        || message.contains("ERR_INVALID_URL")
        || message.contains("ERR_UNSAFE_PORT")) {
      return untestable(
          Reason.INVALID_ADDRESS, address + " is not an address that a browser opens.");
    }
    return untestable(
        Reason.UNREACHABLE, address + " could not be opened (" + code(message) + ").");
  }

  /** The browser's own error name within a longer message. */
  private static String code(String message) {
    var matcher = java.util.regex.Pattern.compile("ERR_[A-Z_]+").matcher(message);
    return matcher.find() ? matcher.group() : message;
  }

  private static SiteUntestable untestable(Reason reason, String sentence) {
    return new SiteUntestable(reason, sentence);
  }
}
