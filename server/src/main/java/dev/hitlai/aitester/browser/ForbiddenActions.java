package dev.hitlai.aitester.browser;

import dev.hitlai.aitester.page.Element;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a tester never does, whatever the mission says: delete, pay for real, leave the site. */
public final class ForbiddenActions {
  private static final Pattern ERASING =
      Pattern.compile(
          "\\b(delete|erase|destroy|close|deactivate|terminate|cancel|remove)\\b.{0,20}\\b(account|profile|workspace|organi[sz]ation|subscription|membership|everything|all"
              + " data|all my data)\\b"
              + "|\\b(delete|erase|destroy)\\b(?!.{0,12}\\b(filter|search|draft)\\b)|\\bfactory"
              + " reset\\b|\\bwipe\\b"
              + "|\\b(konto|profil)\\b.{0,20}\\b(löschen|kündigen|schließen)\\b|\\blöschen\\b"
              + "|\\bsupprimer\\b|\\beliminar\\b.{0,12}\\bcuenta\\b");
  private static final Pattern MAILING =
      Pattern.compile("\\b(tweet|post publicly|invite (friends|contacts)|send invitations?)\\b");
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
    if (ERASING.matcher(words).find()) {
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
}
