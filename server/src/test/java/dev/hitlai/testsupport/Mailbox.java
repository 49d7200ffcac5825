package dev.hitlai.testsupport;

import java.util.List;
import java.util.regex.Pattern;

/** What was mailed to addresses, read from the outbox. */
public final class Mailbox {
  private final TestDatabase database;

  public Mailbox(TestDatabase database) {
    this.database = database;
  }

  /** Subjects, in the order in which they were written. */
  public List<String> subjects(String address) {
    return database.asSystem(
        sql ->
            sql.fetch(
                    "select subject from notifications.email_outbox where to_address = ?::citext"
                        + " order by created_at, id",
                    address)
                .getValues(0, String.class));
  }

  /**
   * The path of the latest link that begins so, waiting for it if it is on its way.
   *
   * @param start such as {@code /verify-email/}
   */
  public String path(String address, String start) {
    return Eventually.eventually(() -> latest(address, start), path -> !path.isEmpty());
  }

  /** What stands behind the beginning of that path. */
  public String token(String address, String start) {
    return path(address, start).substring(start.length()).split("\\?", 2)[0];
  }

  private String latest(String address, String start) {
    var texts =
        database.asSystem(
            sql ->
                sql.fetch(
                        "select body_text from notifications.email_outbox where to_address ="
                            + " ?::citext order by created_at desc, id desc",
                        address)
                    .getValues(0, String.class));
    var link = Pattern.compile(Pattern.quote(start) + "[\\w?=.~%-]+");
    return texts.stream()
        .map(link::matcher)
        .filter(java.util.regex.Matcher::find)
        .map(java.util.regex.Matcher::group)
        .findFirst()
        .orElse("");
  }
}
