package dev.hitlai.health.internal.alerts;

import static dev.hitlai.health.internal.jooq.Tables.API_ALERT_RULES;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.health.internal.jooq.tables.records.ApiAlertRulesRecord;
import dev.hitlai.identity.Audit;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.notifications.Receivers;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rules as administrators make and change them. */
@Component
public class AlertRules {
  private static final int LONGEST_SNOOZE_HOURS = 168;
  private static final int MOST = 200;

  private final DSLContext sql;
  private final RuleRows rows;
  private final WishCheck check;
  private final FiringRows firings;
  private final Receivers receivers;
  private final Audit audit;
  private final Clock clock;

  AlertRules(
      DSLContext sql,
      RuleRows rows,
      WishCheck check,
      FiringRows firings,
      Receivers receivers,
      Audit audit,
      Clock clock) {
    this.sql = sql;
    this.rows = rows;
    this.check = check;
    this.firings = firings;
    this.receivers = receivers;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param webhookSecret that signs what the rule sends, shown this once; null when there is no new
   *     one
   */
  public record Saved(AlertRule rule, @Nullable String webhookSecret) {}

  /** Active ones first, by name. */
  @Transactional(readOnly = true)
  public List<AlertRule> all() {
    return rows.all();
  }

  /**
   * @throws ApiProblem when there is none
   */
  @Transactional(readOnly = true)
  public AlertRule find(UUID id) {
    return rows.find(id).orElseThrow(AlertRules::none);
  }

  @Transactional
  public Saved make(CurrentUser by, RuleWish wish) {
    if (sql.fetchCount(API_ALERT_RULES) >= MOST) {
      throw ApiProblem.conflict("There are at most " + MOST + " rules; delete one first.");
    }
    var row = sql.newRecord(API_ALERT_RULES);
    row.setCreatedBy(by.userId());
    row.setCreatedAt(clock.instant());
    String secret = fill(row, wish);
    row.store();
    row.refresh();
    audit.note(by, "alert_rule.created", "alert_rule", row.getId());
    return new Saved(RuleRows.read(row), secret);
  }

  /** What fires by the old terms ends; the new ones decide anew. */
  @Transactional
  public Saved change(CurrentUser by, UUID id, RuleWish wish) {
    var row = rows.locked(id).orElseThrow(AlertRules::none);
    var before = RuleRows.read(row);
    String secret = fill(row, wish);
    row.store();
    var after = RuleRows.read(row);
    boolean otherTerms =
        !before.terms().equals(after.terms())
            || !java.util.Objects.equals(before.endpoint(), after.endpoint());
    if (otherTerms || !after.active()) {
      firings.endAll(id, after.active() ? "The rule was changed." : "The rule was switched off.");
    }
    audit.note(by, "alert_rule.changed", "alert_rule", id);
    return new Saved(after, secret);
  }

  @Transactional
  public void switchTo(CurrentUser by, UUID id, boolean active) {
    var row = rows.locked(id).orElseThrow(AlertRules::none);
    row.setIsActive(active);
    row.store();
    if (!active) {
      firings.endAll(id, "The rule was switched off.");
    }
    audit.note(by, "alert_rule.changed", "alert_rule", id);
  }

  /**
   * Has a rule tell nobody for some hours; what fires still is told then.
   *
   * @param hours 0 ends it, at most 168
   */
  @Transactional
  public AlertRule snooze(CurrentUser by, UUID id, int hours) {
    if (hours < 0 || hours > LONGEST_SNOOZE_HOURS) {
      throw ApiProblem.invalid("hours", "must be 0 to " + LONGEST_SNOOZE_HOURS);
    }
    var row = rows.locked(id).orElseThrow(AlertRules::none);
    row.setSnoozedUntil(hours == 0 ? null : clock.instant().plus(Duration.ofHours(hours)));
    row.store();
    audit.note(by, hours == 0 ? "alert_rule.woken" : "alert_rule.snoozed", "alert_rule", id);
    return RuleRows.read(row);
  }

  /**
   * Says that somebody looks after an alarm.
   *
   * @throws ApiProblem when it doesn't fire any more, or somebody else does already
   */
  @Transactional
  public Firing acknowledge(CurrentUser by, UUID firingId) {
    var firing =
        firings.find(firingId).orElseThrow(() -> ApiProblem.notFound("No alarm has this id."));
    boolean mine = by.userId().equals(firing.acknowledgedBy());
    if (!mine && !firings.acknowledge(firingId, by.userId())) {
      throw ApiProblem.conflict(
          firing.resolved() ? "It is over already." : "Somebody else looks after it already.");
    }
    if (!mine) {
      audit.note(by, "alert.acknowledged", "alert", firingId);
    }
    return firings.find(firingId).orElseThrow();
  }

  /** What it fired stays in the history. */
  @Transactional
  public void delete(CurrentUser by, UUID id) {
    var row = rows.locked(id).orElseThrow(AlertRules::none);
    firings.endAll(id, "The rule was deleted.");
    removeReceiver(row.getSlackReceiverId());
    removeReceiver(row.getWebhookReceiverId());
    row.delete();
    audit.note(by, "alert_rule.deleted", "alert_rule", id);
  }

  private @Nullable String fill(ApiAlertRulesRecord row, RuleWish wish) {
    var terms = check.terms(wish);
    row.setRuleName(check.name(wish));
    row.setDescription(check.description(wish));
    row.setEndpoint(check.endpoint(wish));
    row.setMetricType(terms.metric().code());
    row.setOperator(terms.comparison().code());
    row.setThresholdValue(BigDecimal.valueOf(terms.threshold()));
    row.setDurationMinutes((int) terms.hold().toMinutes());
    row.setMinFailures(terms.minFailures());
    row.setSeverity(terms.severity().code());
    row.setCreateIncident(wish.createIncident());
    row.setSendEmail(wish.sendEmail());
    row.setNotifyUsers(check.users(wish).toArray(UUID[]::new));
    row.setNotifyEmails(check.addresses(wish).toArray(String[]::new));
    row.setIsActive(wish.active());
    row.setWebhookFormat(check.format(wish).code());
    fillSlack(row, wish);
    return fillWebhook(row, wish);
  }

  private void fillSlack(ApiAlertRulesRecord row, RuleWish wish) {
    row.setSendSlack(wish.sendSlack());
    String url = wish.slackUrl();
    if (url != null && !url.isBlank()) {
      var made =
          named(
              "slackUrl",
              () -> receivers.make(Receivers.Purpose.ALERTS, Receivers.Channel.SLACK, url));
      removeReceiver(row.getSlackReceiverId());
      row.setSlackReceiverId(made.id());
    }
    if (wish.sendSlack()) {
      switchOn(row.getSlackReceiverId(), "slackUrl", "must be the address that Slack gave you");
    }
  }

  private @Nullable String fillWebhook(ApiAlertRulesRecord row, RuleWish wish) {
    row.setSendWebhook(wish.sendWebhook());
    String url = wish.webhookUrl();
    String secret = null;
    if (url != null && !url.isBlank() && !url.strip().equals(row.getWebhookUrl())) {
      var made =
          named(
              "webhookUrl",
              () -> receivers.make(Receivers.Purpose.ALERTS, Receivers.Channel.WEBHOOK, url));
      removeReceiver(row.getWebhookReceiverId());
      row.setWebhookReceiverId(made.id());
      row.setWebhookUrl(url.strip());
      secret = made.secret();
    }
    if (wish.sendWebhook()) {
      switchOn(row.getWebhookReceiverId(), "webhookUrl", "must be the address of your program");
    }
    return secret;
  }

  /** What was switched off because nothing got through gets another chance. */
  private void switchOn(@Nullable UUID receiver, String field, String otherwise) {
    if (receiver == null) {
      throw ApiProblem.invalid(field, otherwise);
    }
    receivers.switchOn(receiver);
  }

  /** The receiver's own refusal is about its one address; here there are two. */
  private static Receivers.Made named(
      String field, java.util.function.Supplier<Receivers.Made> making) {
    try {
      return making.get();
    } catch (ApiProblem refused) {
      Object why = refused.details().get("url");
      throw why == null ? refused : ApiProblem.invalid(field, String.valueOf(why));
    }
  }

  private void removeReceiver(@Nullable UUID id) {
    if (id != null) {
      receivers.remove(id);
    }
  }

  private static ApiProblem none() {
    return ApiProblem.notFound("No alert rule has this id.");
  }
}
