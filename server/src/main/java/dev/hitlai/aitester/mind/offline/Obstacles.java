package dev.hitlai.aitester.mind.offline;

import dev.hitlai.aitester.page.Element;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What lies over the page and is got out of the way first: cookie banners, pop-ups. */
final class Obstacles {
  private static final Pattern DECLINE =
      Pattern.compile(
          "(?i)\\b(?:reject|decline|refuse|deny|disagree|only"
              + " (?:necessary|essential|required)|(?:necessary|essential|required)(?: cookies)?"
              + " only|use necessary|without (?:accepting|consent)|opt out)\\b");
  private static final Pattern CLOSE =
      Pattern.compile(
          "(?i)^\\W*(?:close|dismiss|no,? thanks?|not now|maybe later|later|skip|hide|got"
              + " it|ok|okay|understood|x|×|✕|✖)\\b.{0,25}$|^[×✕✖xX]$");
  private static final Pattern ACCEPT =
      Pattern.compile("(?i)^\\W*(?:accept|agree|allow|i agree|i accept|continue|yes)\\b.{0,30}$");
  private static final Pattern CONSENT = Pattern.compile("(?i)\\bcookies?\\b|\\bconsent\\b");

  private Obstacles() {}

  static Optional<Move> dismiss(Situation now) {
    var cookies = mentionsConsent(now);
    var covered = isCovered(now) || hasDialog(now);
    if (!cookies && !covered) {
      return Optional.empty();
    }
    var candidates = candidates(now, cookies);
    return first(candidates, DECLINE)
        .or(() -> covered ? first(candidates, CLOSE) : Optional.empty())
        .or(
            () ->
                cookies
                    ? first(candidates, CLOSE).or(() -> first(candidates, ACCEPT))
                    : Optional.empty())
        .map(button -> Move.click(button, "something lies over the page and has to go first", 0.5));
  }

  private static List<Element> candidates(Situation now, boolean cookies) {
    return now.usable().stream()
        .filter(Situation::isPressable)
        .filter(element -> element.link() == null || !element.link().external())
        .filter(element -> !now.memory().hasChosen(now.key(), element))
        .filter(element -> !now.seemsDead(element))
        .filter(element -> !cookies || isBannerButton(element, now))
        .toList();
  }

  /** Belongs to the banner: its surroundings speak of cookies, or text near it does. */
  private static boolean isBannerButton(Element element, Situation now) {
    var context = element.context();
    if (CONSENT.matcher(context.group() + " " + context.heading() + " " + element.name()).find()) {
      return !element.role().equals("link") || DECLINE.matcher(element.label()).find();
    }
    return element.role().equals("button")
        && now.page().texts().stream()
            .filter(block -> CONSENT.matcher(block.text()).find())
            .anyMatch(block -> Math.abs(block.box().centerY() - element.box().centerY()) < 220);
  }

  private static Optional<Element> first(List<Element> candidates, Pattern words) {
    return candidates.stream()
        .filter(e -> words.matcher(e.label()).find() || words.matcher(e.name()).find())
        .findFirst();
  }

  private static boolean mentionsConsent(Situation now) {
    return now.page().texts().stream()
        .filter(block -> !block.landmark().equals("contentinfo"))
        .anyMatch(
            block ->
                CONSENT.matcher(block.text()).find()
                    && block
                        .text()
                        .matches(
                            "(?is).*\\b(?:we|this (?:site|website|shop)|use|uses|accept)\\b.*"));
  }

  private static boolean hasDialog(Situation now) {
    return now.page().landmarks().stream()
        .anyMatch(
            landmark -> landmark.role().equals("dialog") || landmark.role().equals("alertdialog"));
  }

  /** More than half of what is in view lies under something. */
  private static boolean isCovered(Situation now) {
    var inView =
        now.page().elements().stream()
            .filter(element -> element.look().visible() && element.look().inViewport())
            .toList();
    var covered = inView.stream().filter(element -> element.look().occluded()).count();
    return inView.size() > 3 && covered * 2 > inView.size();
  }
}
