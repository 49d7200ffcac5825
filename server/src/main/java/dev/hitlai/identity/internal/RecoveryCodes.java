package dev.hitlai.identity.internal;

import static dev.hitlai.identity.internal.jooq.Tables.MFA_RECOVERY_CODES;

import dev.hitlai.platform.Secrets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Codes on paper that stand in for the second factor, once each; in the caller's transaction. */
@Component
class RecoveryCodes {
  static final int COUNT = 10;

  /** 80 bits: a plain hash is enough for what nobody can try out. */
  private static final int BYTES = 10;

  private static final int GROUP = 4;

  private final DSLContext sql;
  private final Clock clock;

  RecoveryCodes(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Makes new ones; earlier ones work no more. They can be shown now and never again. */
  List<String> renew(UUID userId) {
    forget(userId);
    var codes = new ArrayList<String>();
    for (int i = 0; i < COUNT; i++) {
      String code = Base32.encode(Secrets.bytes(BYTES)).toLowerCase(Locale.ROOT);
      sql.insertInto(MFA_RECOVERY_CODES)
          .set(MFA_RECOVERY_CODES.USER_ID, userId)
          .set(MFA_RECOVERY_CODES.CODE_SHA256, Secrets.sha256(code))
          .set(MFA_RECOVERY_CODES.CREATED_AT, clock.instant())
          .execute();
      codes.add(code.replaceAll("(.{" + GROUP + "})(?=.)", "$1-"));
    }
    return codes;
  }

  /** Uses one up; whether it was one. */
  boolean use(UUID userId, String code) {
    return sql.update(MFA_RECOVERY_CODES)
            .set(MFA_RECOVERY_CODES.USED_AT, clock.instant())
            .where(MFA_RECOVERY_CODES.USER_ID.eq(userId))
            .and(MFA_RECOVERY_CODES.CODE_SHA256.eq(hash(code)))
            .and(MFA_RECOVERY_CODES.USED_AT.isNull())
            .execute()
        > 0;
  }

  /** Whether these are the person's, used or not. */
  boolean own(UUID userId, List<String> codes) {
    return codes.size() == COUNT
        && codes.stream()
            .allMatch(
                code ->
                    sql.fetchExists(
                        MFA_RECOVERY_CODES,
                        MFA_RECOVERY_CODES
                            .USER_ID
                            .eq(userId)
                            .and(MFA_RECOVERY_CODES.CODE_SHA256.eq(hash(code)))));
  }

  int left(UUID userId) {
    return sql.fetchCount(
        MFA_RECOVERY_CODES,
        MFA_RECOVERY_CODES.USER_ID.eq(userId).and(MFA_RECOVERY_CODES.USED_AT.isNull()));
  }

  void forget(UUID userId) {
    sql.deleteFrom(MFA_RECOVERY_CODES).where(MFA_RECOVERY_CODES.USER_ID.eq(userId)).execute();
  }

  /** How it was typed doesn't matter. */
  private static byte[] hash(String code) {
    return Secrets.sha256(code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT));
  }
}
