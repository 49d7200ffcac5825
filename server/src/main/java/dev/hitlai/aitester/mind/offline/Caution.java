package dev.hitlai.aitester.mind.offline;

import dev.hitlai.aitester.browser.ForbiddenActions;
import dev.hitlai.aitester.page.Element;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a tester never presses, whatever it smells of. */
final class Caution {
  private static final Pattern HARMFUL =
      Pattern.compile(
          "\\b(?:delete|erase|deactivate|close (?:my |your )?account|report abuse|donate)\\b");
  private static final Pattern LEAVING = Pattern.compile("\\b(?:log|sign) ?-?out\\b");

  private Caution() {}

  static boolean forbids(Element element) {
    var link = element.link();
    if (link != null && (link.external() || link.download() || !isPage(link.href()))) {
      return true;
    }
    var label = label(element);
    return HARMFUL.matcher(label).find() || LEAVING.matcher(label).find() || isPaying(element);
  }

  /** Buttons that would spend money. */
  static boolean isPaying(Element element) {
    return ForbiddenActions.spends(element);
  }

  private static boolean isPage(String href) {
    var lower = href.toLowerCase(Locale.ROOT);
    return !(lower.startsWith("mailto:")
        || lower.startsWith("tel:")
        || lower.startsWith("sms:")
        || lower.matches(".*\\.(?:pdf|zip|docx?|xlsx?|exe|dmg|ics|mp4)(?:\\?.*)?$"));
  }

  private static String label(Element element) {
    return (element.label() + " " + element.name()).toLowerCase(Locale.ROOT);
  }
}
