package dev.hitlai.identity.internal;

import static dev.hitlai.identity.internal.jooq.Tables.API_KEYS;
import static dev.hitlai.identity.internal.jooq.Tables.COMPANIES;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.ApiKeyRefused;
import dev.hitlai.identity.ApiKeyRefused.Reason;
import dev.hitlai.identity.Audit;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.FeatureGate;
import dev.hitlai.identity.FeatureKey;
import dev.hitlai.identity.Scope;
import dev.hitlai.identity.internal.jooq.tables.records.ApiKeysRecord;
import dev.hitlai.platform.Secrets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keys for programs: {@code hk_live_<prefix>_<secret>}, of which only a hash is kept. */
@Component
public class ApiKeys {
  static final String MARK = "hk_live_";
  private static final int PREFIX_BYTES = 5;
  private static final int SECRET_BYTES = 24;
  private static final int MOST = 50;

  /** How exact the time of the last use is; a write for every request would be too many. */
  private static final Duration USE_STEP = Duration.ofMinutes(1);

  private final DSLContext sql;
  private final Privileged privileged;
  private final Audit audit;
  private final FeatureGate features;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ApiKeys(
      DSLContext sql,
      Privileged privileged,
      Audit audit,
      FeatureGate features,
      ApplicationEventPublisher events,
      Clock clock) {
    this.sql = sql;
    this.privileged = privileged;
    this.audit = audit;
    this.features = features;
    this.events = events;
    this.clock = clock;
  }

  /** A key as it is listed. */
  public record Key(
      UUID id,
      String name,
      String prefix,
      List<Scope> scopes,
      Instant createdAt,
      @Nullable Instant lastUsedAt,
      @Nullable Instant expiresAt,
      @Nullable Instant revokedAt) {}

  /**
   * A key just made.
   *
   * @param secret the whole key, which can't be shown again
   */
  public record Made(Key key, String secret) {}

  /**
   * Makes a key; it works for as long as API access is open to the company.
   *
   * @throws dev.hitlai.identity.FeatureLocked when API access isn't open
   */
  @Transactional
  public Made make(CurrentUser by, String name, Set<Scope> scopes, @Nullable Instant expiresAt) {
    UUID company = by.requireCompany();
    features.require(company, FeatureKey.API_ACCESS);
    if (scopes.isEmpty()) {
      throw ApiProblem.invalid("scopes", "must name at least one");
    }
    if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
      throw ApiProblem.invalid("expiresAt", "must be in the future");
    }
    int living =
        sql.fetchCount(
            API_KEYS,
            API_KEYS.COMPANY_ID.eq(company),
            API_KEYS.KIND.eq("api"),
            API_KEYS.REVOKED_AT.isNull());
    if (living >= MOST) {
      throw ApiProblem.conflict("A company has at most " + MOST + " keys; revoke one first.");
    }
    String prefix = Secrets.hex(PREFIX_BYTES);
    String secret = Secrets.hex(SECRET_BYTES);
    var made =
        sql.insertInto(API_KEYS)
            .set(API_KEYS.COMPANY_ID, company)
            .set(API_KEYS.CREATED_BY, by.userId())
            .set(API_KEYS.NAME, name.strip())
            .set(API_KEYS.PREFIX, prefix)
            .set(API_KEYS.SECRET_SHA256, Secrets.sha256(secret))
            .set(API_KEYS.SCOPES, scopes.stream().map(Scope::value).sorted().toArray(String[]::new))
            .set(API_KEYS.EXPIRES_AT, expiresAt)
            .returning()
            .fetchSingle();
    audit.note(by, "api_key.created", "api_key", made.getId());
    return new Made(key(made), MARK + prefix + "_" + secret);
  }

  /** All of a company, newest first. */
  @Transactional(readOnly = true)
  public List<Key> of(UUID companyId) {
    return sql.selectFrom(API_KEYS)
        .where(API_KEYS.COMPANY_ID.eq(companyId))
        .and(API_KEYS.KIND.eq("api"))
        .orderBy(API_KEYS.REVOKED_AT.isNotNull(), API_KEYS.CREATED_AT.desc())
        .fetch(ApiKeys::key);
  }

  /** Ends a key; revoking it again changes nothing. */
  @Transactional
  public void revoke(CurrentUser by, UUID id) {
    var key =
        sql.selectFrom(API_KEYS)
            .where(API_KEYS.ID.eq(id))
            .and(API_KEYS.KIND.eq("api"))
            .and(API_KEYS.COMPANY_ID.eq(by.requireCompany()))
            .forUpdate()
            .fetchOne();
    if (key == null) {
      throw ApiProblem.notFound("No key has this id.");
    }
    if (key.getRevokedAt() == null) {
      key.setRevokedAt(clock.instant());
      key.setRevokedBy(by.userId());
      key.store();
      audit.note(by, "api_key.revoked", "api_key", id);
    }
  }

  /** The program behind a key; null for anything but a key that is good. */
  @Nullable CurrentUser authenticate(String key) {
    int cut = key.indexOf('_', MARK.length());
    if (!key.startsWith(MARK) || cut < 0) {
      return null;
    }
    String prefix = key.substring(MARK.length(), cut);
    byte[] shown = Secrets.sha256(key.substring(cut + 1));
    return privileged.step("api-key", () -> Optional.ofNullable(use(prefix, shown))).orElse(null);
  }

  private @Nullable CurrentUser use(String prefix, byte[] shown) {
    Instant now = clock.instant();
    var key =
        sql.select(API_KEYS.asterisk(), COMPANIES.SUSPENDED_AT)
            .from(API_KEYS)
            .leftJoin(COMPANIES)
            .on(COMPANIES.ID.eq(API_KEYS.COMPANY_ID))
            .where(API_KEYS.PREFIX.eq(prefix))
            .fetchOne();
    if (key == null) {
      events.publishEvent(new ApiKeyRefused(null, null, prefix, Reason.UNKNOWN));
      return null;
    }
    var found = key.into(API_KEYS);
    Reason refusal = refusal(found, key.get(COMPANIES.SUSPENDED_AT) != null, shown, now);
    if (refusal != null) {
      events.publishEvent(new ApiKeyRefused(found.getId(), found.getCompanyId(), prefix, refusal));
      return null;
    }
    return used(found, now);
  }

  private static @Nullable Reason refusal(
      ApiKeysRecord key, boolean suspended, byte[] shown, Instant now) {
    if (!MessageDigest.isEqual(shown, key.getSecretSha256())) {
      return Reason.WRONG_SECRET;
    }
    if (key.getRevokedAt() != null) {
      return Reason.REVOKED;
    }
    if (key.getExpiresAt() != null && !key.getExpiresAt().isAfter(now)) {
      return Reason.EXPIRED;
    }
    return suspended ? Reason.SUSPENDED : null;
  }

  private CurrentUser used(ApiKeysRecord key, Instant now) {
    if (key.getLastUsedAt() == null || key.getLastUsedAt().isBefore(now.minus(USE_STEP))) {
      sql.update(API_KEYS)
          .set(API_KEYS.LAST_USED_AT, now)
          .where(API_KEYS.ID.eq(key.getId()))
          .execute();
    }
    return CurrentUser.apiKey(
        key.getId(),
        key.getName(),
        key.getCreatedBy(),
        key.getCompanyId(),
        EnumSet.copyOf(scopes(key)));
  }

  private static List<Scope> scopes(ApiKeysRecord key) {
    return Arrays.stream(key.getScopes()).map(Scope::of).toList();
  }

  private static Key key(ApiKeysRecord row) {
    return new Key(
        row.getId(),
        row.getName(),
        MARK + row.getPrefix(),
        scopes(row),
        row.getCreatedAt(),
        row.getLastUsedAt(),
        row.getExpiresAt(),
        row.getRevokedAt());
  }
}
