package dev.hitlai.aitester.browser;

import dev.hitlai.aitester.page.Element;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a tester never presses, whatever the mission says: what takes an account or somebody's data
 * away, writes to other people, or leaves the site. Taking a line out of a basket or an entry off a
 * list is everyday use and allowed.
 */
public final class ForbiddenActions {
  private static final Pattern MAILING =
      Pattern.compile("\\b(tweet|post publicly|invite (friends|contacts)|send invitations?)\\b");
  private static final Pattern PAYING =
      Pattern.compile(
          "\\b(?:pay(?: now| with| €| \\$|pal)?|place (?:the |my |your )?order|buy now and"
              + " pay|confirm (?:and pay|order|purchase|payment)|complete (?:order|purchase)|submit"
              + " order|order with obligation)\\b");
  private static final List<String> LEAVING = List.of("mailto:", "tel:", "sms:", "whatsapp:");

  private ForbiddenActions() {}

  /**
   * Why an element must not be pressed.
   *
   * @param formAction absolute address to which the form around it is sent, empty without a form
   * @return one sentence, empty when it may be pressed
   */
  public static Optional<String> reason(Element target, String formAction, AllowedHosts hosts) {
    var words = (target.text() + " " + target.name()).toLowerCase(Locale.ROOT);
    if (Erasure.threatens(target, formAction)) {
      return Optional.of("It may delete something for good, which a tester never does.");
    }
    if (MAILING.matcher(words).find()) {
      return Optional.of("It may write to other people, which a tester never does.");
    }
    var link = target.link();
    if (link != null
        && LEAVING.stream().anyMatch(link.href().toLowerCase(Locale.ROOT)::startsWith)) {
      return Optional.of("It leaves the browser (" + link.href() + ").");
    }
    if (!formAction.isEmpty() && !hosts.allows(formAction)) {
      return Optional.of("It would send a form to a host outside of the test: " + formAction);
    }
    return Optional.empty();
  }

  /** Whether pressing it would spend money. */
  public static boolean spends(Element target) {
    var words = (target.label() + " " + target.name()).toLowerCase(Locale.ROOT);
    return target.role().equals("button") && PAYING.matcher(words).find();
  }
}
