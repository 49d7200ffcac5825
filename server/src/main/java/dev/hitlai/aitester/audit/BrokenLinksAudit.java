package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.audit.LinkCheck.Answer;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Links of the page's own site that lead to nothing. */
final class BrokenLinksAudit extends ProbeAudit {
  private static final int LINKS_PER_PAGE = 60;

  /** Following such a link could change something, even without the visitor's session. */
  private static final Pattern RISKY =
      Pattern.compile("(?i)log-?out|sign-?out|delete|remove|unsubscribe|/add\\b|cancel");

  private final LinkCheck check;

  BrokenLinksAudit(Probes probes, LinkCheck check) {
    super(
        "broken-links",
        Agent.CONTENT_AUDITOR,
        probes,
        List.of(
            on(
                "missing",
                Rule.of("broken-links", Category.NAVIGATION, Impact.MAJOR, 0.95),
                "Link {element} leads to a page that doesn't exist",
                "People end on an error page and have to find their way back.",
                "Correct the address {address} or put a page there."),
            on(
                "server_error",
                Rule.of("broken-links/server-error", Category.FUNCTIONAL, Impact.MAJOR, 0.9),
                "Link {element} leads to a server error",
                "People end on an error page.",
                "Find out in the server's log why {address} fails."),
            on(
                "loop",
                Rule.of("broken-links/loop", Category.FUNCTIONAL, Impact.MAJOR, 0.95),
                "Link {element} leads round in circles",
                "The browser stops with an error after too many redirects.",
                "Break the chain of redirects that starts at {address}.")));
    this.check = check;
  }

  @Override
  List<Hit> hits(AuditSubject subject) {
    var links = new LinkedHashMap<URI, Hit>();
    for (var hit : super.hits(subject)) {
      var address = address(hit.word("address"));
      if (address != null && links.size() < LINKS_PER_PAGE) {
        links.putIfAbsent(address, hit);
      }
    }
    var answers = check.ask(links.keySet());
    return links.entrySet().stream()
        .filter(link -> bad(answers, link.getKey()))
        .map(link -> named(link.getValue(), answers.getOrDefault(link.getKey(), Answer.UNKNOWN)))
        .toList();
  }

  private static boolean bad(Map<URI, Answer> answers, URI address) {
    return switch (answers.getOrDefault(address, Answer.UNKNOWN)) {
      case FINE, UNKNOWN -> false;
      case MISSING, SERVER_ERROR, LOOP -> true;
    };
  }

  private static Hit named(Hit hit, Answer answer) {
    // One broken address is one defect, from whatever place it is linked.
    return new Hit(
        answer.name().toLowerCase(Locale.ROOT),
        hit.selector(),
        "link",
        hit.word("address"),
        hit.label(),
        hit.html(),
        hit.box(),
        hit.measured());
  }

  private static @Nullable URI address(String href) {
    if (RISKY.matcher(href).find()) {
      return null;
    }
    try {
      return URI.create(href);
    } catch (IllegalArgumentException e) {
      return null; // Only the browser can follow it.
    }
  }
}
