package dev.hitlai.identity.internal;

import static dev.hitlai.identity.internal.jooq.Tables.SIGNING_KEYS;
import static org.jooq.impl.DSL.inline;

import dev.hitlai.platform.Secrets;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The key that signs access tokens, made at the first start and shared by all servers. */
@Component
class SigningKeys {
  private static final long LOCK = 0x6869746C6169L;
  private static final int BYTES = 64;

  private final DSLContext sql;
  private final Privileged privileged;

  SigningKeys(DSLContext sql, Privileged privileged) {
    this.sql = sql;
    this.privileged = privileged;
  }

  SecretKey current() {
    byte[] material = privileged.step("signing-key", this::readOrMake);
    return new SecretKeySpec(material, "HmacSHA256");
  }

  private byte[] readOrMake() {
    // Two servers that start together must agree on one key.
    sql.execute("select pg_advisory_xact_lock({0})", inline(LOCK));
    byte[] known = newest();
    if (known != null) {
      return known;
    }
    byte[] made = Secrets.bytes(BYTES);
    sql.insertInto(SIGNING_KEYS)
        .set(SIGNING_KEYS.KEY_ID, Secrets.hex(8))
        .set(SIGNING_KEYS.ALGORITHM, "HS256")
        .set(SIGNING_KEYS.KEY_MATERIAL, made)
        .execute();
    return made;
  }

  private byte @Nullable [] newest() {
    return sql.select(SIGNING_KEYS.KEY_MATERIAL)
        .from(SIGNING_KEYS)
        .where(SIGNING_KEYS.RETIRED_AT.isNull())
        .orderBy(SIGNING_KEYS.CREATED_AT.desc())
        .limit(1)
        .fetchOne(SIGNING_KEYS.KEY_MATERIAL);
  }
}
