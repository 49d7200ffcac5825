package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** One name for one target. */
final class LinkNamesAudit extends ProbeAudit {
  private static final int LOOKED_UP = 6;

  /** Who wants to call is served by any page with the number. */
  private static final Pattern TO_CALL =
      Pattern.compile("\\b(call|phone|telephone|ring|anrufen|telefon|appeler|llamar)\\b");

  private final LinkCheck check;

  LinkNamesAudit(Probes probes, LinkCheck check) {
    super(
        "link-names",
        Agent.CONTENT_AUDITOR,
        probes,
        List.of(
            on(
                "same-name",
                Rule.of("link-names", Category.NAVIGATION, Impact.MINOR, 0.8)
                    .wcag("2.4.4", "3.2.4"),
                "{targets} links called {element} lead to different pages",
                "“{first}” and “{second}” can't be told apart by their names.",
                "Give each link the name of its target, or make them lead to the same page."),
            on(
                "other-context",
                Rule.of("link-names/in-context", Category.NAVIGATION, Impact.COSMETIC, 0.7)
                    .wcag("2.4.9"),
                "{targets} links called {element} lead to different pages",
                "In a list of links “{first}” and “{second}” can't be told apart; only the words"
                    + " around them help.",
                "Give each link the name of its target.")));
    this.check = check;
  }

  /** Addresses that show the same page in the end are one target. */
  @Override
  List<Hit> hits(AuditSubject subject) {
    var looked = new AtomicInteger();
    var host = URI.create(origin(subject.view().url())).getHost();
    return super.hits(subject).stream()
        .filter(hit -> looked.getAndIncrement() >= LOOKED_UP || !samePurpose(hit, host))
        .toList();
  }

  private boolean samePurpose(Hit hit, String host) {
    var one = hit.word("one");
    var other = hit.word("other");
    return check.samePage(one, other, host)
        || TO_CALL.matcher(hit.identity()).find() && check.sameTelephone(one, other, host);
  }

  private static String origin(String url) {
    int path = url.indexOf('/', url.indexOf("://") + 3);
    return path < 0 ? url : url.substring(0, path);
  }
}
