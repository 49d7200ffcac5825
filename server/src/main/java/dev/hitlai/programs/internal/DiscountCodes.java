package dev.hitlai.programs.internal;

import static dev.hitlai.programs.internal.jooq.Tables.DISCOUNT_CODES;

import dev.hitlai.platform.Secrets;
import dev.hitlai.programs.internal.jooq.tables.records.DiscountCodesRecord;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Personal discount codes: 100 random bits in letters and digits that people don't mix up. Kept as
 * a hash; who lost one gets a new one.
 */
@Component
class DiscountCodes {
  /** Crockford's base 32: without I, L, O and U. */
  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int LENGTH = 20;
  private static final String MARK = "HK";

  private final DSLContext sql;
  private final Clock clock;

  DiscountCodes(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** A new code for a spot, such as {@code HK-7Q2MC-…}; an older one ends. */
  String make(CompanySpots.Membership spot) {
    end(spot.id());
    String code = random();
    sql.insertInto(DISCOUNT_CODES)
        .set(DISCOUNT_CODES.MEMBERSHIP_ID, spot.id())
        .set(DISCOUNT_CODES.CODE_SHA256, hash(code))
        .set(DISCOUNT_CODES.DISCOUNT, spot.discount())
        .set(DISCOUNT_CODES.EXPIRES_AT, spot.invitationUntil())
        .set(DISCOUNT_CODES.CREATED_AT, clock.instant())
        .execute();
    return code;
  }

  private static String random() {
    var code = new StringBuilder(MARK);
    byte[] random = Secrets.bytes(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      code.append(i % 5 == 0 ? "-" : "").append(LETTERS.charAt(random[i] & 31));
    }
    return code.toString();
  }

  /** Without what people add or mix up when they type it. */
  static String plain(String entered) {
    return entered
        .toUpperCase(Locale.ROOT)
        .replaceAll("[^0-9A-Z]", "")
        .replace('O', '0')
        .replaceAll("[IL]", "1");
  }

  private static byte[] hash(String code) {
    return Secrets.sha256("discount code " + plain(code));
  }

  /** Locked, so that only one can redeem it. */
  Optional<DiscountCodesRecord> lock(String entered) {
    return sql.selectFrom(DISCOUNT_CODES)
        .where(DISCOUNT_CODES.CODE_SHA256.eq(hash(entered)))
        .forUpdate()
        .fetchOptional();
  }

  /** What a code is for, to show it before somebody logs in. */
  Optional<DiscountCodesRecord> find(String entered) {
    return sql.selectFrom(DISCOUNT_CODES)
        .where(DISCOUNT_CODES.CODE_SHA256.eq(hash(entered)))
        .fetchOptional();
  }

  /** Ends the code of a spot that wasn't redeemed. */
  void end(UUID membershipId) {
    sql.update(DISCOUNT_CODES)
        .set(DISCOUNT_CODES.VOIDED_AT, clock.instant())
        .where(DISCOUNT_CODES.MEMBERSHIP_ID.eq(membershipId))
        .and(DISCOUNT_CODES.VOIDED_AT.isNull())
        .and(DISCOUNT_CODES.REDEEMED_AT.isNull())
        .execute();
  }
}
