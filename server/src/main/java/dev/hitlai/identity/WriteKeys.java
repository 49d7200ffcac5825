package dev.hitlai.identity;

import static dev.hitlai.identity.internal.jooq.Tables.API_KEYS;
import static dev.hitlai.identity.internal.jooq.Tables.COMPANIES;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.internal.jooq.tables.records.ApiKeysRecord;
import dev.hitlai.platform.Secrets;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A company's keys for recording its visitors: {@code wk_<random>}. They stand in the source of its
 * pages for all to read, so they are no secret: they only let pages of the origins they name append
 * recordings.
 */
@Component
public class WriteKeys {
  public static final String MARK = "wk_";
  private static final String KIND = "recorder";
  private static final int BYTES = 16;
  private static final int MOST = 20;
  private static final int MOST_ORIGINS = 50;

  private final DSLContext sql;
  private final Audit audit;
  private final TransactionOperations transactions;
  private final Clock clock;

  WriteKeys(DSLContext sql, Audit audit, TransactionOperations transactions, Clock clock) {
    this.sql = sql;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * A key.
   *
   * @param origins such as {@code https://shop.example} or {@code https://*.shop.example}
   */
  public record WriteKey(
      UUID id,
      UUID companyId,
      String name,
      String key,
      List<String> origins,
      Instant createdAt,
      @Nullable Instant revokedAt) {

    /** Whether pages of an origin may use it. */
    public boolean allows(@Nullable String origin) {
      return origin != null && origins.stream().anyMatch(allowed -> matches(allowed, origin));
    }

    private static boolean matches(String allowed, String origin) {
      int star = allowed.indexOf("://*.");
      if (star < 0) {
        return allowed.equalsIgnoreCase(origin);
      }
      String scheme = allowed.substring(0, star + 3);
      String host = allowed.substring(star + 4).toLowerCase(Locale.ROOT);
      String shown = origin.toLowerCase(Locale.ROOT);
      return shown.startsWith(scheme)
          && shown.endsWith(host)
          && shown.length() > scheme.length() + host.length();
    }
  }

  /** All of a company, those that work first. */
  @Transactional(readOnly = true)
  public List<WriteKey> of(UUID companyId) {
    return sql.selectFrom(API_KEYS)
        .where(API_KEYS.COMPANY_ID.eq(companyId))
        .and(API_KEYS.KIND.eq(KIND))
        .orderBy(API_KEYS.REVOKED_AT.isNotNull(), API_KEYS.CREATED_AT.desc())
        .fetch(WriteKeys::key);
  }

  /** Makes a key for pages of some origins. */
  @Transactional
  public WriteKey make(CurrentUser by, String name, List<String> origins) {
    UUID company = by.requireCompany();
    long living = of(company).stream().filter(key -> key.revokedAt() == null).count();
    if (living >= MOST) {
      throw ApiProblem.conflict("A company has at most " + MOST + " keys; revoke one first.");
    }
    String prefix = MARK + Secrets.hex(BYTES);
    var made =
        sql.insertInto(API_KEYS)
            .set(API_KEYS.COMPANY_ID, company)
            .set(API_KEYS.CREATED_BY, by.userId())
            .set(API_KEYS.NAME, name.strip())
            .set(API_KEYS.KIND, KIND)
            .set(API_KEYS.PREFIX, prefix)
            .set(API_KEYS.SECRET_SHA256, Secrets.sha256(prefix))
            .set(API_KEYS.SCOPES, new String[] {Scope.RECORDINGS_WRITE.value()})
            .set(API_KEYS.ALLOWED_ORIGINS, checked(origins))
            .returning()
            .fetchSingle();
    audit.note(by, "write_key.created", "api_key", made.getId());
    return key(made);
  }

  /** Changes for which origins a key works. */
  @Transactional
  public WriteKey allow(CurrentUser by, UUID id, List<String> origins) {
    var row = find(by, id);
    row.setAllowedOrigins(checked(origins));
    row.store();
    audit.note(by, "write_key.origins_changed", "api_key", id);
    return key(row);
  }

  /** Ends a key; revoking it again changes nothing. */
  @Transactional
  public void revoke(CurrentUser by, UUID id) {
    var row = find(by, id);
    if (row.getRevokedAt() == null) {
      row.setRevokedAt(clock.instant());
      row.setRevokedBy(by.userId());
      row.store();
      audit.note(by, "write_key.revoked", "api_key", id);
    }
  }

  private ApiKeysRecord find(CurrentUser by, UUID id) {
    return sql.selectFrom(API_KEYS)
        .where(API_KEYS.ID.eq(id))
        .and(API_KEYS.KIND.eq(KIND))
        .and(API_KEYS.COMPANY_ID.eq(by.requireCompany()))
        .forUpdate()
        .fetchOptional()
        .orElseThrow(() -> ApiProblem.notFound("No key has this id."));
  }

  /** The key that a page shows, unless it was revoked or its company closed. */
  public Optional<WriteKey> find(String shown) {
    return Tenancy.as(
        Actor.system("write-key"),
        () ->
            transactions.execute(
                status ->
                    sql.select(API_KEYS.asterisk())
                        .from(API_KEYS)
                        .join(COMPANIES)
                        .on(COMPANIES.ID.eq(API_KEYS.COMPANY_ID))
                        .where(API_KEYS.PREFIX.eq(shown))
                        .and(API_KEYS.KIND.eq(KIND))
                        .and(API_KEYS.REVOKED_AT.isNull())
                        .and(COMPANIES.SUSPENDED_AT.isNull())
                        .fetchOptional(row -> key(row.into(API_KEYS)))));
  }

  private static String[] checked(List<String> origins) {
    var clean = new LinkedHashSet<String>();
    for (String origin : origins) {
      if (!origin.isBlank()) {
        clean.add(origin(origin.strip()));
      }
    }
    if (clean.isEmpty() || clean.size() > MOST_ORIGINS) {
      throw ApiProblem.invalid("origins", "must name 1 to " + MOST_ORIGINS + " origins");
    }
    return clean.toArray(String[]::new);
  }

  /** Scheme, host and port as browsers send them. */
  private static String origin(String text) {
    String wild = text.replace("://*.", "://wildcard.");
    try {
      URI uri = URI.create(wild);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      if ((scheme.equals("https") || scheme.equals("http")) && uri.getHost() != null) {
        boolean usual = uri.getPort() == (scheme.equals("https") ? 443 : 80);
        String port = uri.getPort() < 0 || usual ? "" : ":" + uri.getPort();
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return scheme
            + "://"
            + (wild.equals(text) ? host : host.replaceFirst("^wildcard", "*"))
            + port;
      }
    } catch (IllegalArgumentException none) {
      // said below
    }
    throw ApiProblem.invalid(
        "origins", "must be like https://shop.example or https://*.shop.example");
  }

  private static WriteKey key(ApiKeysRecord row) {
    return new WriteKey(
        row.getId(),
        row.getCompanyId(),
        row.getName(),
        row.getPrefix(),
        Arrays.asList(row.getAllowedOrigins()),
        row.getCreatedAt(),
        row.getRevokedAt());
  }
}
