package dev.hitlai.models.internal;

import static dev.hitlai.models.internal.jooq.Tables.PROVIDERS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.models.internal.call.Connection;
import dev.hitlai.models.internal.jooq.tables.records.ProvidersRecord;
import dev.hitlai.platform.Vault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Services that run models, with their keys. */
@Component
public class Providers {
  private static final String USE = "key of a model provider";
  private static final int HINT = 4;
  private static final int LONGEST_KEY = 500;

  private final DSLContext sql;
  private final Vault vault;
  private final ModelSettings settings;

  Providers(DSLContext sql, Vault vault, ModelSettings settings) {
    this.sql = sql;
    this.vault = vault;
    this.settings = settings;
  }

  /**
   * A provider.
   *
   * @param keyHint the key's last letters, or that it comes from the settings; null without a key
   * @param obstacle why it can't be called; null when it can
   */
  public record Provider(
      UUID id,
      String code,
      String name,
      String kind,
      String baseUrl,
      boolean needsKey,
      @Nullable String keyHint,
      boolean enabled,
      int timeoutSeconds,
      int maxConcurrent,
      @Nullable String obstacle) {}

  /** What an administrator can say of one. */
  public record Change(
      String code,
      String name,
      String kind,
      String baseUrl,
      boolean needsKey,
      boolean enabled,
      int timeoutSeconds,
      int maxConcurrent) {}

  @Transactional(readOnly = true)
  public List<Provider> all() {
    return sql.selectFrom(PROVIDERS)
        .orderBy(PROVIDERS.CREATED_AT, PROVIDERS.CODE)
        .fetch(this::read);
  }

  @Transactional(readOnly = true)
  public Provider find(UUID id) {
    return read(record(id));
  }

  /**
   * @throws ApiProblem when something can't be so
   */
  @Transactional
  public Provider add(Change wanted, @Nullable String key, @Nullable UUID by) {
    check(wanted);
    if (!wanted.code().matches("[a-z0-9][a-z0-9-]{0,39}")) {
      throw ApiProblem.invalid("code", "has small letters, digits and hyphens, at most 40");
    }
    var row = sql.newRecord(PROVIDERS);
    row.setCode(wanted.code());
    fill(row, wanted, by);
    if (key != null && !key.isBlank()) {
      seal(row, key);
    }
    if (sql.fetchExists(PROVIDERS, PROVIDERS.CODE.eq(wanted.code()))) {
      throw ApiProblem.invalid("code", "is taken");
    }
    row.insert();
    return find(row.getId());
  }

  /**
   * @throws ApiProblem when something can't be so
   */
  @Transactional
  public Provider change(UUID id, Change wanted, @Nullable UUID by) {
    check(wanted);
    var row = record(id);
    fill(row, wanted, by);
    row.store();
    return read(row);
  }

  /**
   * Keeps a key, encrypted; it is never shown again.
   *
   * @param key null forgets it
   * @throws ApiProblem when it can't be one
   */
  @Transactional
  public Provider setKey(UUID id, @Nullable String key, @Nullable UUID by) {
    var row = record(id);
    if (key == null) {
      row.setSealedKey(null);
      row.setKeyHint(null);
    } else {
      seal(row, key);
    }
    row.setChangedBy(by);
    row.store();
    return read(row);
  }

  private void seal(ProvidersRecord row, String key) {
    String bare = key.strip();
    if (bare.length() < 8 || bare.length() > LONGEST_KEY || !bare.matches("[\\x21-\\x7e]+")) {
      throw ApiProblem.invalid("key", "has 8 to 500 visible letters without spaces");
    }
    row.setSealedKey(vault.seal(USE, bare));
    row.setKeyHint(bare.substring(bare.length() - HINT));
  }

  private static void check(Change wanted) {
    if (wanted.name().isBlank() || wanted.name().length() > 80) {
      throw ApiProblem.invalid("name", "must have 1 to 80 characters");
    }
    if (!List.of("openai", "anthropic", "gemini", "openai_compatible").contains(wanted.kind())) {
      throw ApiProblem.invalid("kind", "is openai, anthropic, gemini or openai_compatible");
    }
    if (!isAddress(wanted.baseUrl())) {
      throw ApiProblem.invalid("baseUrl", "must be an address with http or https, without a query");
    }
    if (wanted.timeoutSeconds() < 1 || wanted.timeoutSeconds() > 600) {
      throw ApiProblem.invalid("timeoutSeconds", "must be 1 to 600");
    }
    if (wanted.maxConcurrent() < 1 || wanted.maxConcurrent() > 1000) {
      throw ApiProblem.invalid("maxConcurrent", "must be 1 to 1000");
    }
  }

  private static boolean isAddress(String text) {
    try {
      var address = URI.create(text.strip());
      return address.getHost() != null
          && address.getQuery() == null
          && address.getUserInfo() == null
          && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()));
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }

  private static void fill(ProvidersRecord row, Change wanted, @Nullable UUID by) {
    row.setName(wanted.name().strip());
    row.setKind(wanted.kind());
    row.setBaseUrl(wanted.baseUrl().strip().replaceAll("/+$", ""));
    row.setNeedsKey(wanted.needsKey());
    row.setIsEnabled(wanted.enabled());
    row.setTimeoutSeconds(wanted.timeoutSeconds());
    row.setMaxConcurrent(wanted.maxConcurrent());
    row.setChangedBy(by);
  }

  private ProvidersRecord record(UUID id) {
    return sql.selectFrom(PROVIDERS)
        .where(PROVIDERS.ID.eq(id))
        .fetchOptional()
        .orElseThrow(() -> ApiProblem.notFound("No provider has this address."));
  }

  Provider read(ProvidersRecord row) {
    return new Provider(
        row.getId(),
        row.getCode(),
        row.getName(),
        row.getKind(),
        row.getBaseUrl(),
        row.getNeedsKey(),
        settings.keys().containsKey(row.getCode())
            ? "from the settings"
            : row.getKeyHint() == null ? null : "…" + row.getKeyHint(),
        row.getIsEnabled(),
        row.getTimeoutSeconds(),
        row.getMaxConcurrent(),
        obstacle(row));
  }

  @Nullable String obstacle(ProvidersRecord row) {
    if (!row.getIsEnabled()) {
      return row.getName() + " is switched off.";
    }
    return row.getNeedsKey() && !hasKey(row) ? "No model key is set up on this server." : null;
  }

  private boolean hasKey(ProvidersRecord row) {
    return settings.keys().containsKey(row.getCode()) || row.getSealedKey() != null;
  }

  /** How to reach it, with its key in the open: for calls only. */
  Connection connection(ProvidersRecord row) {
    String key = settings.keys().get(row.getCode());
    if (key == null && row.getSealedKey() != null) {
      key = vault.open(USE, row.getSealedKey());
    }
    return new Connection(
        row.getCode(),
        Connection.Wire.valueOf(row.getKind().toUpperCase(Locale.ROOT)),
        row.getBaseUrl(),
        key,
        Duration.ofSeconds(row.getTimeoutSeconds()),
        row.getMaxConcurrent());
  }
}
