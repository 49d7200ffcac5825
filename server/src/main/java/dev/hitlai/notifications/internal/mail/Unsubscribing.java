package dev.hitlai.notifications.internal.mail;

import static dev.hitlai.notifications.internal.jooq.Tables.EMAIL_UNSUBSCRIPTIONS;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hitlai.notifications.NoticeKind;
import dev.hitlai.notifications.internal.centre.Digests;
import dev.hitlai.notifications.internal.centre.Preferences;
import dev.hitlai.platform.Vault;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Links that end mails of some kinds to somebody, without a login. They carry what they do and our
 * signature, so that nothing has to be kept for them, and they never expire.
 */
@Component
public class Unsubscribing {
  private static final String USE = "unsubscribe";
  private static final int LONGEST = 1000;

  private final Vault vault;
  private final DSLContext sql;
  private final TransactionOperations transactions;
  private final Preferences preferences;
  private final Digests digests;
  private final Clock clock;

  Unsubscribing(
      Vault vault,
      DSLContext sql,
      TransactionOperations transactions,
      Preferences preferences,
      Digests digests,
      Clock clock) {
    this.vault = vault;
    this.sql = sql;
    this.transactions = transactions;
    this.preferences = preferences;
    this.digests = digests;
    this.clock = clock;
  }

  /** Who stops what. */
  public sealed interface Wish {
    Set<NoticeKind> kinds();

    /** A person with an account. */
    record OfPerson(UUID userId, Set<NoticeKind> kinds) implements Wish {}

    /** An address without one. */
    record OfAddress(String address, Set<NoticeKind> kinds) implements Wish {}
  }

  /** The path of the link. */
  String path(Wish wish) {
    String who =
        switch (wish) {
          case Wish.OfPerson(UUID userId, var _) -> "u " + userId;
          case Wish.OfAddress(String address, var _) -> "a " + address;
        };
    String kinds =
        wish.kinds().stream().sorted().map(NoticeKind::code).collect(Collectors.joining(","));
    String text =
        Base64.getUrlEncoder().withoutPadding().encodeToString((kinds + " " + who).getBytes(UTF_8));
    return "/unsubscribe/" + text + "." + vault.sign(USE, text);
  }

  /** What a link's token means; empty when it isn't ours. */
  public Optional<Wish> read(String token) {
    String[] parts = token.split("\\.", -1);
    if (token.length() > LONGEST || parts.length != 2 || !vault.signed(USE, parts[0], parts[1])) {
      return Optional.empty();
    }
    String[] words = new String(Base64.getUrlDecoder().decode(parts[0]), UTF_8).split(" ", 3);
    var kinds = EnumSet.noneOf(NoticeKind.class);
    Arrays.stream(words[0].split(",")).map(NoticeKind::of).forEach(kinds::add);
    return Optional.of(
        words[1].equals("u")
            ? new Wish.OfPerson(UUID.fromString(words[2]), kinds)
            : new Wish.OfAddress(words[2], kinds));
  }

  /** Does it; a second time changes nothing. */
  public void carryOut(Wish wish) {
    Tenancy.run(
        Actor.system("unsubscribe"), () -> transactions.executeWithoutResult(_ -> stop(wish)));
  }

  private void stop(Wish wish) {
    switch (wish) {
      case Wish.OfPerson(UUID userId, var kinds) -> {
        preferences.stopMail(userId, kinds);
        digests.drop(userId, kinds);
      }
      case Wish.OfAddress(String address, var kinds) ->
          kinds.forEach(
              kind ->
                  sql.insertInto(EMAIL_UNSUBSCRIPTIONS)
                      .set(EMAIL_UNSUBSCRIPTIONS.ADDRESS, address.toLowerCase(Locale.ROOT))
                      .set(EMAIL_UNSUBSCRIPTIONS.KIND, kind.code())
                      .set(EMAIL_UNSUBSCRIPTIONS.CREATED_AT, clock.instant())
                      .onConflictDoNothing()
                      .execute());
    }
  }

  /** Whether an address without an account wants no mails of a kind. */
  boolean refuses(String address, NoticeKind kind) {
    return sql.fetchExists(
        EMAIL_UNSUBSCRIPTIONS,
        EMAIL_UNSUBSCRIPTIONS
            .ADDRESS
            .eq(address.toLowerCase(Locale.ROOT))
            .and(EMAIL_UNSUBSCRIPTIONS.KIND.eq(kind.code())));
  }
}
