package dev.hitlai.health.internal.subscriptions;

import static dev.hitlai.health.internal.jooq.Tables.API_STATUS_SUBSCRIPTIONS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.health.Monitor;
import dev.hitlai.health.Monitors;
import dev.hitlai.health.internal.incidents.IncidentSeverity;
import dev.hitlai.health.internal.jooq.tables.records.ApiStatusSubscriptionsRecord;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.notifications.Receivers;
import dev.hitlai.platform.Secrets;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What visitors do with subscriptions: ask for one, confirm it, end it. Needs no actor; what the
 * links carry is the right to do it. Call it outside of transactions.
 */
@Component
public class Subscriptions {
  private static final Pattern ADDRESS =
      Pattern.compile("[^@\\s,;<>\"]+@[^@\\s,;<>\"]+\\.[^@\\s,;<>\"]+");

  /** Somebody who asks for another in a hurry must not fill a stranger's mailbox. */
  private static final Duration BETWEEN_CONFIRMATIONS = Duration.ofMinutes(15);

  /** How long a confirmation works. */
  static final Duration CONFIRMABLE = Duration.ofDays(7);

  private final DSLContext sql;
  private final SubscriptionRows rows;
  private final Confirmations confirmations;
  private final Receivers receivers;
  private final Monitors monitors;
  private final TransactionTemplate transactions;
  private final Clock clock;

  Subscriptions(
      DSLContext sql,
      SubscriptionRows rows,
      Confirmations confirmations,
      Receivers receivers,
      Monitors monitors,
      TransactionTemplate transactions,
      Clock clock) {
    this.sql = sql;
    this.rows = rows;
    this.confirmations = confirmations;
    this.receivers = receivers;
    this.monitors = monitors;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * What came of a wish.
   *
   * @param webhookSecret of a program what signs deliveries, shown this once; else null
   */
  public record Asked(String target, @Nullable String webhookSecret) {}

  /**
   * Asks for a subscription; it begins when it is confirmed by what is sent to its target. An
   * address that subscribed before gets a confirmation again, and the answer doesn't say which of
   * the two it was: whether somebody subscribed is their business.
   *
   * @param by null when nobody is logged in
   * @throws ApiProblem of the fields of the wish
   */
  public Asked ask(SubscriptionWish wish, @Nullable CurrentUser by) {
    String email = blankToNull(wish.email());
    String url = blankToNull(wish.webhookUrl());
    if ((email == null) == (url == null)) {
      throw ApiProblem.invalid("email", "must be given, or else the address of a webhook");
    }
    return asThePlatform(
        () -> {
          check(wish);
          return email != null
              ? askPerson(email, wish, by)
              : askProgram(String.valueOf(url), wish, by);
        });
  }

  private Asked askPerson(String entered, SubscriptionWish wish, @Nullable CurrentUser by) {
    String email = entered.strip().toLowerCase(Locale.ROOT);
    if (email.length() > 320 || !ADDRESS.matcher(email).matches()) {
      throw ApiProblem.invalid("email", "must be an e-mail address");
    }
    var present = rows.locked(API_STATUS_SUBSCRIPTIONS.EMAIL.eq(email));
    Instant now = clock.instant();
    if (present.isPresent() && recently(present.get().getConfirmationSentAt(), now)) {
      return new Asked(email, null);
    }
    var row = present.orElseGet(() -> fresh(by));
    row.setEmail(email);
    // What holds now stays until the new wish is confirmed, unless there is nothing to keep.
    if (!row.getVerified() || !row.getIsActive()) {
      fill(row, wish);
    }
    confirmations.byMail(row, wish);
    return new Asked(email, null);
  }

  private static boolean recently(@Nullable Instant sent, Instant now) {
    return sent != null && sent.isAfter(now.minus(BETWEEN_CONFIRMATIONS));
  }

  private Asked askProgram(String url, SubscriptionWish wish, @Nullable CurrentUser by) {
    Receivers.Made made;
    try {
      made = receivers.make(Receivers.Purpose.SUBSCRIPTION, Receivers.Channel.WEBHOOK, url);
    } catch (ApiProblem refused) {
      Object why = refused.details().get("url");
      throw why == null ? refused : ApiProblem.invalid("webhookUrl", String.valueOf(why));
    }
    var row = fresh(by);
    row.setWebhookUrl(url.strip());
    row.setReceiverId(made.id());
    fill(row, wish);
    confirmations.byWebhook(row);
    return new Asked(url.strip(), made.secret());
  }

  private ApiStatusSubscriptionsRecord fresh(@Nullable CurrentUser by) {
    var row = sql.newRecord(API_STATUS_SUBSCRIPTIONS);
    row.setUserId(by == null ? null : by.userId());
    row.setCompanyId(by == null ? null : by.companyId());
    row.setUnsubscribeToken(Secrets.token());
    row.setVerified(false);
    row.setIsActive(true);
    row.setCreatedAt(clock.instant());
    return row;
  }

  private static void fill(ApiStatusSubscriptionsRecord row, SubscriptionWish wish) {
    row.setSubscribeToAll(wish.monitorIds().isEmpty());
    row.setSubscribedEndpoints(
        wish.monitorIds().stream().map(UUID::toString).toArray(String[]::new));
    row.setNotifyOnIncidents(wish.incidents());
    row.setNotifyOnMaintenance(wish.maintenance());
    row.setNotifyOnResolution(wish.resolution());
    row.setMinSeverity(wish.minSeverity());
  }

  private void check(SubscriptionWish wish) {
    if (Arrays.stream(IncidentSeverity.values())
        .noneMatch(one -> one.code().equals(wish.minSeverity()))) {
      throw ApiProblem.invalid("minSeverity", "must be critical, major, minor or maintenance");
    }
    if (!wish.incidents() && !wish.maintenance() && !wish.resolution()) {
      throw ApiProblem.invalid("incidents", "must be chosen, or maintenance, or resolutions");
    }
    var shown = monitors.shownPublicly().stream().map(Monitor::id).collect(Collectors.toSet());
    if (!shown.containsAll(wish.monitorIds())) {
      throw ApiProblem.invalid("monitorIds", "must be shown on the status page");
    }
  }

  /** What a confirmation is about; empty when it is none, or was used, or is too old. */
  public Optional<Subscription> toConfirm(String token) {
    return asThePlatform(() -> unconfirmed(token).map(SubscriptionRows::read));
  }

  /**
   * Begins it, again too after it was ended or paused.
   *
   * @throws ApiProblem when the link is none, or was used, or is too old
   */
  public Subscription confirm(String token) {
    return asThePlatform(
        () -> {
          var row =
              unconfirmed(token)
                  .orElseThrow(
                      () ->
                          ApiProblem.notFound(
                              "This link was used already, or is too old. Subscribe once more."));
          confirmations.wishOf(row).ifPresent(wish -> fill(row, wish));
          row.setVerified(true);
          row.setVerifiedAt(clock.instant());
          row.setVerificationToken(null);
          row.setIsActive(true);
          row.setUnsubscribedAt(null);
          row.setPausedAt(null);
          row.setPausedReason(null);
          row.store();
          return SubscriptionRows.read(row);
        });
  }

  private Optional<ApiStatusSubscriptionsRecord> unconfirmed(String token) {
    return rows.locked(
        API_STATUS_SUBSCRIPTIONS
            .VERIFICATION_TOKEN
            .eq(hash(token))
            .and(
                API_STATUS_SUBSCRIPTIONS.CONFIRMATION_SENT_AT.gt(
                    clock.instant().minus(CONFIRMABLE))));
  }

  /** What is kept of a confirmation, which begins a subscription for whoever has it. */
  static String hash(String token) {
    return HexFormat.of().formatHex(Secrets.sha256(token));
  }

  /** The subscription that a link in a mail ends; empty when there is none. */
  public Optional<Subscription> toEnd(String token) {
    return asThePlatform(() -> byToken(token).map(SubscriptionRows::read));
  }

  /**
   * Ends it; a second time changes nothing.
   *
   * @throws ApiProblem when there is none
   */
  public Subscription end(String token) {
    return asThePlatform(
        () -> {
          var row =
              byToken(token)
                  .orElseThrow(
                      () -> ApiProblem.notFound("This link isn't whole; copy it from the mail."));
          row.setIsActive(false);
          row.setVerificationToken(null);
          if (row.getUnsubscribedAt() == null) {
            row.setUnsubscribedAt(clock.instant());
          }
          row.store();
          return SubscriptionRows.read(row);
        });
  }

  private Optional<ApiStatusSubscriptionsRecord> byToken(String token) {
    return rows.locked(API_STATUS_SUBSCRIPTIONS.UNSUBSCRIBE_TOKEN.eq(token));
  }

  private <T> T asThePlatform(Supplier<T> work) {
    return Tenancy.as(
        Actor.system("status subscriptions"),
        () -> Objects.requireNonNull(transactions.execute(_ -> work.get())));
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
