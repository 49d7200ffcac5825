package dev.hitlai.notifications.internal.webhooks;

import static dev.hitlai.notifications.internal.jooq.Tables.WEBHOOK_ENDPOINTS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Audit;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.FeatureGate;
import dev.hitlai.identity.FeatureKey;
import dev.hitlai.notifications.internal.jooq.tables.records.WebhookEndpointsRecord;
import dev.hitlai.platform.Vault;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where a company's programs and its Slack channel hear of events. */
@Component
public class Endpoints {
  /** What the vault seals them for. */
  static final String USE = "webhook endpoint";

  private static final int MOST = 20;
  private static final int LONGEST_DESCRIPTION = 200;
  private static final String BY_HAND = "Switched off by hand.";

  private final DSLContext sql;
  private final Vault vault;
  private final ReceiverPolicy policy;
  private final FeatureGate features;
  private final Audit audit;
  private final Clock clock;

  Endpoints(
      DSLContext sql,
      Vault vault,
      ReceiverPolicy policy,
      FeatureGate features,
      Audit audit,
      Clock clock) {
    this.sql = sql;
    this.vault = vault;
    this.policy = policy;
    this.features = features;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A receiver.
   *
   * @param url of Slack its beginning only
   * @param disabledReason why it is off; null while it is on
   * @param failingSince since when nothing got through; null while it does
   */
  public record Endpoint(
      UUID id,
      String url,
      String description,
      List<String> events,
      boolean active,
      @Nullable String disabledReason,
      @Nullable Instant failingSince,
      @Nullable Instant lastDeliveredAt,
      Instant createdAt) {}

  /**
   * @param secret that signs deliveries; shown this once
   */
  public record Made(Endpoint endpoint, String secret) {}

  /** What changes; null leaves a value as it is. */
  public record Change(
      @Nullable String url,
      @Nullable String description,
      @Nullable List<String> events,
      @Nullable Boolean active) {}

  @Transactional(readOnly = true)
  public List<Endpoint> of(UUID companyId) {
    return sql.selectFrom(WEBHOOK_ENDPOINTS)
        .where(WEBHOOK_ENDPOINTS.COMPANY_ID.eq(companyId))
        .and(WEBHOOK_ENDPOINTS.CHANNEL.eq("webhook"))
        .orderBy(WEBHOOK_ENDPOINTS.CREATED_AT, WEBHOOK_ENDPOINTS.ID)
        .fetch(Endpoints::read);
  }

  @Transactional(readOnly = true)
  public Endpoint find(UUID companyId, UUID id) {
    return read(row(companyId, id));
  }

  @Transactional(readOnly = true)
  public Optional<Endpoint> slack(UUID companyId) {
    return sql.selectFrom(WEBHOOK_ENDPOINTS)
        .where(slackOf(companyId))
        .fetchOptional(Endpoints::read);
  }

  /**
   * Adds a webhook; one is for everybody, more are custom integrations.
   *
   * @throws dev.hitlai.identity.FeatureLocked for a further one before those are open
   */
  @Transactional
  public Made make(CurrentUser by, String url, String description, List<String> events) {
    UUID company = by.requireCompany();
    int present = of(company).size();
    if (present > 0) {
      features.require(company, FeatureKey.CUSTOM_INTEGRATIONS);
    }
    if (present >= MOST) {
      throw ApiProblem.conflict("A company has at most " + MOST + " webhooks; delete one first.");
    }
    String address = policy.accept(url).toString();
    String secret = StandardSignature.secret();
    var row = sql.newRecord(WEBHOOK_ENDPOINTS);
    row.setCompanyId(company);
    row.setChannel("webhook");
    row.setUrl(address);
    row.setSealedSecret(vault.seal(USE, secret));
    row.setDescription(description(description));
    row.setEvents(events(events));
    row.setCreatedBy(by.userId());
    row.setCreatedAt(clock.instant());
    row.store();
    row.refresh();
    audit.note(by, "webhook.created", "webhook", row.getId());
    return new Made(read(row), secret);
  }

  @Transactional
  public Endpoint change(CurrentUser by, UUID id, Change change) {
    var row = locked(by.requireCompany(), id);
    if (change.url() != null) {
      row.setUrl(policy.accept(change.url()).toString());
    }
    if (change.description() != null) {
      row.setDescription(description(change.description()));
    }
    if (change.events() != null) {
      row.setEvents(events(change.events()));
    }
    if (change.active() != null && !change.active().equals(row.getIsActive())) {
      switchTo(row, change.active());
    }
    row.store();
    audit.note(by, "webhook.changed", "webhook", id);
    return read(row);
  }

  /** What is on its way is signed with the new secret from now on. */
  @Transactional
  public Made renewSecret(CurrentUser by, UUID id) {
    var row = locked(by.requireCompany(), id);
    String secret = StandardSignature.secret();
    row.setSealedSecret(vault.seal(USE, secret));
    row.store();
    audit.note(by, "webhook.secret_renewed", "webhook", id);
    return new Made(read(row), secret);
  }

  /** With what was delivered to it. */
  @Transactional
  public void delete(CurrentUser by, UUID id) {
    locked(by.requireCompany(), id).delete();
    audit.note(by, "webhook.deleted", "webhook", id);
  }

  /**
   * Sets or changes the company's Slack channel.
   *
   * @param url null leaves it as it is
   * @throws dev.hitlai.identity.FeatureLocked before custom integrations are open
   */
  @Transactional
  public Endpoint setSlack(
      CurrentUser by, @Nullable String url, List<String> events, boolean active) {
    UUID company = by.requireCompany();
    features.require(company, FeatureKey.CUSTOM_INTEGRATIONS);
    var row =
        sql.selectFrom(WEBHOOK_ENDPOINTS)
            .where(slackOf(company))
            .forUpdate()
            .fetchOptional()
            .orElseGet(() -> newSlack(by, company, url));
    if (url != null && !url.isBlank()) {
      String address = policy.acceptSlack(url).toString();
      row.setUrl(beginning(address));
      row.setSealedSecret(vault.seal(USE, address));
    }
    row.setEvents(events(events));
    switchTo(row, active);
    row.store();
    row.refresh();
    audit.note(by, "slack.changed", "webhook", row.getId());
    return read(row);
  }

  @Transactional
  public void removeSlack(CurrentUser by) {
    var row =
        sql.selectFrom(WEBHOOK_ENDPOINTS)
            .where(slackOf(by.requireCompany()))
            .forUpdate()
            .fetchOptional()
            .orElseThrow(() -> ApiProblem.notFound("The company has no Slack channel."));
    row.delete();
    audit.note(by, "slack.removed", "webhook", row.getId());
  }

  private WebhookEndpointsRecord newSlack(CurrentUser by, UUID company, @Nullable String url) {
    if (url == null || url.isBlank()) {
      throw ApiProblem.invalid("url", "must be the address that Slack gave you");
    }
    var row = sql.newRecord(WEBHOOK_ENDPOINTS);
    row.setCompanyId(company);
    row.setChannel("slack");
    row.setDescription("Slack");
    row.setCreatedBy(by.userId());
    row.setCreatedAt(clock.instant());
    return row;
  }

  private static void switchTo(WebhookEndpointsRecord row, boolean active) {
    row.setIsActive(active);
    row.setDisabledReason(active ? null : BY_HAND);
    if (active) {
      row.setFailingSince(null);
    }
  }

  private WebhookEndpointsRecord row(UUID companyId, UUID id) {
    return sql.selectFrom(WEBHOOK_ENDPOINTS)
        .where(webhook(companyId, id))
        .fetchOptional()
        .orElseThrow(Endpoints::none);
  }

  private WebhookEndpointsRecord locked(UUID companyId, UUID id) {
    return sql.selectFrom(WEBHOOK_ENDPOINTS)
        .where(webhook(companyId, id))
        .forUpdate()
        .fetchOptional()
        .orElseThrow(Endpoints::none);
  }

  private static ApiProblem none() {
    return ApiProblem.notFound("No webhook has this id.");
  }

  private static Condition webhook(UUID companyId, UUID id) {
    return WEBHOOK_ENDPOINTS
        .ID
        .eq(id)
        .and(WEBHOOK_ENDPOINTS.COMPANY_ID.eq(companyId))
        .and(WEBHOOK_ENDPOINTS.CHANNEL.eq("webhook"));
  }

  private static Condition slackOf(UUID companyId) {
    return WEBHOOK_ENDPOINTS.COMPANY_ID.eq(companyId).and(WEBHOOK_ENDPOINTS.CHANNEL.eq("slack"));
  }

  private static String description(String text) {
    if (text.length() > LONGEST_DESCRIPTION) {
      throw ApiProblem.invalid("description", "must have at most 200 characters");
    }
    return text.strip();
  }

  private static String[] events(List<String> events) {
    if (events.isEmpty()) {
      throw ApiProblem.invalid("events", "must name at least one event");
    }
    var unknown = WebhookEvents.unknown(events);
    if (!unknown.isEmpty()) {
      throw ApiProblem.invalid("events", "must not name " + String.join(", ", unknown));
    }
    return WebhookEvents.all().stream().filter(events::contains).toArray(String[]::new);
  }

  /** Enough to know it again and not enough to write there. */
  static String beginning(String address) {
    int host = address.indexOf('/', address.indexOf("//") + 2);
    return address.substring(0, host < 0 ? address.length() : Math.min(address.length(), host + 6))
        + "…";
  }

  static Endpoint read(WebhookEndpointsRecord row) {
    return new Endpoint(
        row.getId(),
        row.getUrl(),
        row.getDescription(),
        List.of(row.getEvents()),
        row.getIsActive(),
        row.getDisabledReason(),
        row.getFailingSince(),
        row.getLastDeliveredAt(),
        row.getCreatedAt());
  }
}
