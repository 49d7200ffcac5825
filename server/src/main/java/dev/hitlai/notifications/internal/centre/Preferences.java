package dev.hitlai.notifications.internal.centre;

import static dev.hitlai.notifications.internal.jooq.Tables.NOTIFICATION_PREFERENCES;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.hitlai.notifications.NoticeKind;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How people want to hear of each kind of notice. */
@Component
public class Preferences {
  private static final Choice ALWAYS = new Choice(true, MailChoice.NOW);

  private final DSLContext sql;
  private final Clock clock;

  Preferences(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Whether and when a mail is sent. */
  public enum MailChoice {
    NOW("At once"),
    DIGEST("In the daily mail"),
    OFF("Not at all");

    private final String label;

    MailChoice(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    /** As in the database and the API. */
    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException for a word that is none of them
     */
    public static MailChoice of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /** For one kind. */
  public record Choice(boolean inApp, MailChoice mail) {}

  /** What somebody gets who never chose: tests come too often for a mail each. */
  public static Choice usual(NoticeKind kind) {
    return switch (kind) {
      case TESTS -> new Choice(true, MailChoice.DIGEST);
      case FINDINGS, ASSIGNMENTS, MONEY, MILESTONES, PROGRAMS, HEALTH, ACCOUNT -> ALWAYS;
    };
  }

  @Transactional(readOnly = true)
  public Choice of(UUID userId, NoticeKind kind) {
    return kind.isOptional() ? all(userId).getOrDefault(kind, usual(kind)) : ALWAYS;
  }

  /** For each kind that can be chosen about. */
  @Transactional(readOnly = true)
  public Map<NoticeKind, Choice> all(UUID userId) {
    var choices = new EnumMap<NoticeKind, Choice>(NoticeKind.class);
    NoticeKind.optional().forEach(kind -> choices.put(kind, usual(kind)));
    sql.selectFrom(NOTIFICATION_PREFERENCES)
        .where(NOTIFICATION_PREFERENCES.USER_ID.eq(userId))
        .forEach(
            row ->
                choices.put(
                    NoticeKind.of(row.getKind()),
                    new Choice(row.getInApp(), MailChoice.of(row.getMail()))));
    return choices;
  }

  /** The kinds that aren't named stay as they are. */
  @Transactional
  public void change(UUID userId, Map<NoticeKind, Choice> choices) {
    choices.forEach((kind, choice) -> put(userId, kind, choice));
  }

  /** No more mails of these kinds; what is told in the app stays. */
  @Transactional
  public void stopMail(UUID userId, Collection<NoticeKind> kinds) {
    var now = all(userId);
    kinds.forEach(
        kind -> {
          boolean inApp = now.getOrDefault(kind, usual(kind)).inApp();
          put(userId, kind, new Choice(inApp, MailChoice.OFF));
        });
  }

  private void put(UUID userId, NoticeKind kind, Choice choice) {
    if (!kind.isOptional()) {
      throw new IllegalArgumentException("Nobody chooses about notices of the account.");
    }
    sql.insertInto(NOTIFICATION_PREFERENCES)
        .set(NOTIFICATION_PREFERENCES.USER_ID, userId)
        .set(NOTIFICATION_PREFERENCES.KIND, kind.code())
        .set(NOTIFICATION_PREFERENCES.IN_APP, choice.inApp())
        .set(NOTIFICATION_PREFERENCES.MAIL, choice.mail().code())
        .set(NOTIFICATION_PREFERENCES.CREATED_AT, clock.instant())
        .onConflict(NOTIFICATION_PREFERENCES.USER_ID, NOTIFICATION_PREFERENCES.KIND)
        .doUpdate()
        .set(NOTIFICATION_PREFERENCES.IN_APP, choice.inApp())
        .set(NOTIFICATION_PREFERENCES.MAIL, choice.mail().code())
        .execute();
  }
}
