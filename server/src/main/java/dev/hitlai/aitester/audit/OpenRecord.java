package dev.hitlai.aitester.audit;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Pages that by address and text are one person's, and that the server shows without a session. */
final class OpenRecord {
  private static final Pattern PERSONAL =
      Pattern.compile(
          "(?i).*/(account|my|me|profile|users?|customers?|members?|konto)/(?:[^/]+/)*"
              + "[a-z_-]{0,6}\\d{2,}/?$");
  private static final Pattern PRIVATE =
      Pattern.compile(
          "(?i)\\b(paid|invoice|booking|order(ed)?|delivery address|billing|payment|my data"
              + "|bezahlt|rechnung|bestellung|buchung)\\b");

  private OpenRecord() {}

  /** The path, when the page is such a one. */
  static Optional<String> of(AuditSubject subject, LinkCheck check) {
    var url = subject.view().url().replaceAll("[?#].*$", "");
    if (!url.startsWith("http") || !PERSONAL.matcher(url).matches()) {
      return Optional.empty();
    }
    var title = subject.view().headings().stream().findFirst().map(heading -> heading.text());
    return check
        .strangersText(URI.create(url))
        .filter(text -> PRIVATE.matcher(text).find())
        .filter(text -> title.filter(words -> !words.isBlank() && text.contains(words)).isPresent())
        .map(_ -> URI.create(url).getPath());
  }
}
