package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Titles that tell pages apart; remembers the pages of the run. */
final class TitlesAudit extends PageAudit {
  private static final Set<String> EMPTY =
      Set.of(
          "untitled",
          "untitled document",
          "untitled page",
          "document",
          "page",
          "page title",
          "title",
          "my page",
          "new page",
          "new document",
          "insert title here",
          "home",
          "index");

  private final Map<String, String> pathByTitle = new HashMap<>();

  TitlesAudit() {
    super(
        "titles",
        Agent.CONTENT_AUDITOR,
        List.of(
            on(
                "duplicate",
                Rule.of("titles/duplicate", Category.NAVIGATION, Impact.MINOR, 0.85).wcag("2.4.2"),
                "Two pages have the same title {element}",
                "In tabs, history and search results this page can't be told from {other}, and a"
                    + " screen reader announces the wrong page.",
                "Begin the title with what is special about this page."),
            on(
                "empty",
                Rule.of("titles/empty", Category.NAVIGATION, Impact.MINOR, 0.85).wcag("2.4.2"),
                "The title {element} says nothing",
                "In tabs, history and search results nobody knows what the page is about.",
                "Name the page's topic and the site."),
            on(
                "unrelated",
                Rule.of("titles/unrelated", Category.NAVIGATION, Impact.MINOR, 0.75).wcag("2.4.2"),
                "Nothing on the page is about its title {element}",
                "In tabs, history and search results people pass it by, and a screen reader"
                    + " announces another page than the one that is there.",
                "Take the title from the page's main heading."),
            on(
                "site-only",
                Rule.of("titles/site-only", Category.NAVIGATION, Impact.MINOR, 0.75).wcag("2.4.2"),
                "The title {element} names the site only, not the page “{heading}”",
                "In tabs, history and search results the site's pages can't be told apart.",
                "Begin the title with what is special about this page.")));
  }

  @Override
  List<Hit> hits(AuditSubject subject) {
    var title = subject.view().title().strip();
    if (title.isEmpty()) {
      return List.of(); // axe reports a missing title
    }
    if (EMPTY.contains(title.toLowerCase(Locale.ROOT)) || isSigns(title, subject)) {
      return List.of(hit("empty", title, title, Map.of()));
    }
    var beside = PageTitle.of(title, subject.view());
    if (beside.isUnrelated()) {
      return List.of(hit("unrelated", title, title, Map.of()));
    }
    if (beside.isOfTheSiteOnly()) {
      return List.of(hit("site-only", title, title, Map.of("heading", beside.heading())));
    }
    var path = path(subject.view().url());
    var other = pathByTitle.putIfAbsent(title, path);
    if (other == null || other.equals(path) || sameKind(other, path)) {
      return List.of();
    }
    return List.of(hit("duplicate", title, title, Map.of("other", other)));
  }

  /** Signs instead of words, and not what the page is about either. */
  private static boolean isSigns(String title, AuditSubject subject) {
    return title.codePoints().noneMatch(Character::isLetterOrDigit)
        && subject.view().texts().stream().noneMatch(text -> text.text().contains(title));
  }

  /** Pages of one list or one form may share a title. */
  private static boolean sameKind(String one, String other) {
    return one.startsWith(other + "/") && one.matches(".*/\\d+$")
        || other.startsWith(one + "/") && other.matches(".*/\\d+$");
  }

  private static String path(String url) {
    var path = URI.create(url.replaceAll("[?#].*$", "").replace(" ", "%20")).getPath();
    return path == null || path.isEmpty() ? "/" : path;
  }
}
